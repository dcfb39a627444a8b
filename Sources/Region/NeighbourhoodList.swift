/// A generation of the official list of QPV: which one an answer is about, and when it applies.
package enum NeighbourhoodList: Int, CaseIterable, Hashable, Sendable {
    /// From 1 January 2015 to 31 December 2023. Its codes are not among the region's open data.
    case of2015 = 2015
    case of2024 = 2024

    /// The first day on which the list applies, as year-month-day.
    package var validFrom: String {
        switch self {
        case .of2015: "2015-01-01"
        case .of2024: PriorityNeighbourhoods.validFrom
        }
    }

    /// The list that applies on a day, written as year-month-day.
    package static func current(on day: String) -> NeighbourhoodList {
        day < NeighbourhoodList.of2024.validFrom ? .of2015 : .of2024
    }
}
