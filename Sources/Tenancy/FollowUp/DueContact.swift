import Records

/// A person who is to be called today, or was to be before.
package struct DueContact: Hashable, Sendable {
    /// The file that stands for the person.
    package let tenant: RecordID
    package let contact: NextContact
}
