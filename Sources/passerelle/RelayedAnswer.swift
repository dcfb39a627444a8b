import Custody
import Membership
import ReplicaStore
import Tenancy

/// The rows that show writes of revoked devices.
struct RelayedAnswer: Report {
    struct Line: Encodable {
        let station: String
        let row: String
        let change: String
        let fields: [String]
        /// The day on which it came, by the clock here.
        let noticedOn: String

        var text: String {
            let fields = fields.isEmpty ? "" : " (\(fields.joined(separator: ", ")))"
            return "  \(station)  \(row)  \(change)\(fields)  \(noticedOn)"
        }
    }

    let rows: [Line]

    init(_ custody: DeviceCustody, _ replica: Replica) throws {
        let revoked = try custody.log().roster.members.values.filter { !$0.isActive }
            .map(\.station).sorted { $0.number < $1.number }
        rows = try revoked.flatMap { station in
            try custody.relayed(of: station, into: replica).map { row in
                Line(
                    station: station.description,
                    row: "\(row.collection)/\(row.id)",
                    change: row.change.rawValue,
                    fields: row.fields,
                    noticedOn: FrenchTime.day(of: row.noticedAt)?.isoText ?? ""
                )
            }
        }
    }

    var needsAttention: Bool { !rows.isEmpty }

    var text: String {
        (["\(rows.count) rows show what revoked devices wrote."] + rows.map(\.text))
            .joined(separator: "\n")
    }
}
