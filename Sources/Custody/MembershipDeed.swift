import Records

/// Something done to the membership on this device, and what it leaves here beside the log.
struct MembershipDeed {
    let name: AuditLine.Deed
    /// A station or a number, never a name.
    let subject: String
    /// The invitation that it used up.
    let invitation: RecordID?

    init(_ name: AuditLine.Deed, _ subject: String, using invitation: RecordID? = nil) {
        self.name = name
        self.subject = subject
        self.invitation = invitation
    }
}
