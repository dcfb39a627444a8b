/// What a landlord counts at one place of an axis, nothing hidden.
package struct OwnPlace: Sendable, Equatable {
    package let place: NodePath
    /// The place in words: the name of a commune, of a neighbourhood, of a band.
    package let name: String
    package let persons: Int
    /// How many came so far and no further, in the order of ``OwnTable/funnel``.
    package let funnel: [Int]
    /// Outcomes of participants, in the order of ``OwnTable/outcomes``.
    package let outcomes: [Int]
}
