import Records
import Tenancy

/// How one worksite stands.
struct WorksiteAnswer: Encodable {
    let id: String
    let name: String
    let framework: String
    let programme: String?
    let owner: String?
    let commune: String?
    let start: String?
    let monthsToStart: Int?
    let rome: [String]
    let totalHours: Int
    let clauseHours: Int
    let doneHours: Int
    let volunteers: Int
    let volunteersNearby: Int
    let proposed: Int
    let positioned: Int
    let hired: Int
    /// The hours that the volunteers may be expected to do.
    let forecastHours: Int?
    let short: Bool

    init(_ state: WorksiteState) {
        let worksite = state.worksite
        id = worksite.id.description
        name = worksite.name
        framework = worksite.framework.rawValue
        programme = worksite.programme
        owner = worksite.owner
        commune = worksite.communeCode
        start = worksite.start?.isoText
        monthsToStart = state.monthsToStart
        rome = worksite.romeCodes
        totalHours = worksite.totalHours
        clauseHours = worksite.clauseHours
        doneHours = worksite.doneHours
        volunteers = state.volunteers
        volunteersNearby = state.volunteersNearby
        proposed = state.proposed
        positioned = state.positioned
        hired = state.hired
        forecastHours = state.forecastHours
        short = state.isShort
    }

    var lines: [String] {
        let starts = monthsToStart.map { ", in \($0) months" } ?? ""
        var lines = [
            "\(id)  \(name)",
            "  \(framework), starts \(start ?? "-")\(starts), \(rome.joined(separator: " "))",
            "  \(doneHours) of \(clauseHours) hours of the clause done, of \(totalHours) planned",
            "  \(volunteers) volunteers, \(volunteersNearby) of the EPCI; "
                + "\(proposed) proposed, \(positioned) positioned, \(hired) taken",
        ]
        if short, let forecastHours {
            lines.append(
                "  Too few: the volunteers may do \(forecastHours) of \(clauseHours) hours."
            )
        }
        return lines
    }
}

/// The worksites, the first to start first.
struct WorksiteListAnswer: Report {
    let worksites: [WorksiteAnswer]

    var needsAttention: Bool { worksites.contains(where: \.short) }

    var text: String {
        worksites.isEmpty ? "No worksite." : worksites.flatMap(\.lines).joined(separator: "\n")
    }
}
