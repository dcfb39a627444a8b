import Records
import ReplicaStore

/// One tick on the list of an event: who, where, and what is said of them.
package struct Tick: Sendable {
    package let tenant: RecordID
    package let event: RecordID
    package let mark: AttendanceMark
    /// The stop of a Rallye.
    package var stop: RecordID?
    /// When it was, where a scanner knows better than the write: milliseconds since 1970.
    package var moment: UInt64?
    /// Whether somebody who is not registered is meant to be ticked.
    package var walkIn = false

    package init(_ tenant: RecordID, at event: RecordID, _ mark: AttendanceMark) {
        self.tenant = tenant
        self.event = event
        self.mark = mark
    }

    /// The one identity of what is said of a person at an event, or at one of its stops.
    package static func id(event: RecordID, tenant: RecordID, stop: RecordID?) -> RecordID {
        if let stop { return .natural("attendance", event.bytes, tenant.bytes, stop.bytes) }
        return .natural("attendance", event.bytes, tenant.bytes)
    }
}
