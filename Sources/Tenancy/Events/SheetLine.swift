import Records

/// One person on the list of an event as it lies on the table, at the door or at one stop.
package struct SheetLine: Hashable, Sendable {
    /// The person, all their files and stops together.
    package let person: AttendanceLine
    package let lastName: String
    package let firstName: String
    package let birthDate: CalendarDay?
    /// What is said of them at this very place.
    package let mark: AttendanceMark?
    /// When that was said, in milliseconds since 1970.
    package let checkedAt: UInt64?

    package var tenant: RecordID { person.tenant }
}
