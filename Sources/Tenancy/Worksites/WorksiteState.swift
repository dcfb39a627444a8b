/// How a worksite stands: who could work there, who was proposed, what was done.
///
/// What is counted is distinct persons. Whoever was positioned was proposed, and whoever is taken was
/// positioned: the three figures are of the same way, each within the one before.
package struct WorksiteState: Hashable, Sendable {
    package let worksite: Worksite
    /// Who agreed to be proposed and did not withdraw.
    package let volunteers: Int
    /// Those of them who live in the EPCI of the worksite.
    package let volunteersNearby: Int
    package let proposed: Int
    package let positioned: Int
    package let hired: Int
    /// The whole months until it starts; nil once it has, or where nobody said when.
    package let monthsToStart: Int?

    /// The hours that the volunteers may be expected to do; nil where nobody said how many one does.
    package var forecastHours: Int? { worksite.forecastHours.map { $0 * volunteers } }

    /// Whether the volunteers are too few for the hours of the clause.
    package var isShort: Bool { forecastHours.map { $0 < worksite.clauseHours } ?? false }
}
