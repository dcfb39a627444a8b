import Records

/// One person on the list of an event, all their files and stops together.
package struct AttendanceLine: Hashable, Sendable {
    package let tenant: RecordID
    package let name: String
    /// Nil for who was not registered before the day.
    package let registration: RegistrationStatus?
    /// Nil where nothing is said and nothing was to be.
    package let status: PresenceStatus?
    package let method: AttendanceMark.Method?
    /// When the mark was made, in milliseconds since 1970.
    package let checkedAt: UInt64?

    /// Whether they came without having been registered.
    package var isWalkIn: Bool { status == .seen && registration == nil }
}
