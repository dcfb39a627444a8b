import Records
import Tenancy

/// Requests, without anybody's name.
struct RightsAnswer: Report {
    struct Line: Encodable {
        let id: String
        let tenant: String
        let kind: String
        let receivedOn: String
        let dueOn: String
        let status: String
        let late: Bool
    }

    let requests: [Line]
    /// How many writes of this laptop were dropped, of which nobody was told yet.
    let refused: Int

    init(_ requests: [RightsRequest], on today: CalendarDay, refused: Int = 0) {
        self.requests = requests.map { request in
            Line(
                id: request.id.description,
                tenant: request.tenant.description,
                kind: request.kind.rawValue,
                receivedOn: request.receivedOn.isoText,
                dueOn: request.dueOn.isoText,
                status: request.status.rawValue,
                late: request.isLate(on: today)
            )
        }
        self.refused = refused
    }

    var needsAttention: Bool { refused > 0 || requests.contains(where: \.late) }

    var text: String {
        var lines = requests.map { line in
            "\(line.id)  \(line.kind)  \(line.status)  due \(line.dueOn)"
                + (line.late ? "  LATE" : "") + "  tenant \(line.tenant)"
        }
        if lines.isEmpty { lines = ["No request."] }
        if refused > 0 { lines.append("Writes on an erased file that were not kept: \(refused).") }
        return lines.joined(separator: "\n")
    }
}
