import Records

/// What an accepted invitation gives to a device.
package struct Enrolment: Hashable, Sendable {
    /// The invitation, to be remembered as used.
    package let invitation: RecordID
    package let partition: PartitionID
    package let log: MembershipLog
}
