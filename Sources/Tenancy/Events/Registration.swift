import Records
import ReplicaStore

/// Somebody who is to come to an event.
package struct Registration: Hashable, Sendable {
    package let id: RecordID
    package let event: RecordID
    package let tenant: RecordID
    package let status: RegistrationStatus
    package let registeredAt: UInt64
    package let registeredBy: String

    /// The one identity of a person's registration for an event, whoever makes it.
    package static func id(event: RecordID, tenant: RecordID) -> RecordID {
        .natural("registration", event.bytes, tenant.bytes)
    }
}
