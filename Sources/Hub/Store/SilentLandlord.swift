import Statistics

/// An expected landlord whose last statement is not of the day.
package struct SilentLandlord: Sendable, Hashable {
    package let programme: String
    package let landlord: Landlord
    /// The age of its last statement in days; nil when none ever came.
    package let ageDays: Int?
}
