/// A volume of offers or of worksites: it says something of a landlord, and of no person.
package enum Volume: String, CaseIterable, Sendable {
    case opportunities
    case positions
    case insertionHours = "insertion_hours"

    package var code: String { rawValue }
}
