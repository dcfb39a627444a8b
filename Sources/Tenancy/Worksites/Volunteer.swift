import Records

/// Somebody who agreed to be proposed for a worksite, and how far they have come there.
package struct Volunteer: Hashable, Sendable {
    /// The file that stands for them.
    package let person: RecordID
    package let lastName: String
    package let firstName: String
    package let communeCode: String?
    /// Whether they live in the EPCI of the worksite.
    package let isNearby: Bool
    /// When they agreed last, and how.
    package let agreedOn: CalendarDay?
    package let mode: ConsentMode?
    /// The trades that they would do, by their ROME codes; none where any will do.
    package let trades: [String]
}
