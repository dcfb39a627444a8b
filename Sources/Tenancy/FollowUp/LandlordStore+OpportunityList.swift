import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// The opportunities of a worksite or, where none is named, those of no worksite; the latest first.
    package func opportunities(ofWorksite worksite: RecordID? = nil) throws -> [Opportunity] {
        try replica.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM opportunity WHERE worksite IS ? ORDER BY id DESC",
                arguments: [worksite?.data]
            ).compactMap(Opportunity.init)
        }
    }

    package func opportunity(_ id: RecordID) throws -> Opportunity {
        try replica.read { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT * FROM opportunity WHERE id = ?",
                arguments: [id.data]
            )
            guard let opportunity = row.flatMap(Opportunity.init) else {
                throw TenancyError(.notFound, "there is no such opportunity")
            }
            return opportunity
        }
    }

    /// Who was put in touch with an opportunity, each person once at their furthest, by name.
    package func matches(withOpportunity id: RecordID) throws -> [OpportunityMatch] {
        try replica.read { database in
            let roots = try TenantRoots(database)
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT tenant, status, interview_on FROM \"match\" WHERE opportunity = ?",
                arguments: [id.data]
            )
            var furthest: [RecordID: OpportunityMatch] = [:]
            for row in rows {
                guard let file = RecordID(row, "tenant"),
                    let match = try Self.match(roots.root(of: file), id, row, database)
                else { continue }
                let before = furthest[match.person]
                if before.map({ $0.status.progress < match.status.progress }) ?? true {
                    furthest[match.person] = match
                }
            }
            return furthest.values.sorted { $0.sortKey < $1.sortKey }
        }
    }

    private static func match(
        _ person: RecordID,
        _ opportunity: RecordID,
        _ match: Row,
        _ database: Database
    ) throws -> OpportunityMatch? {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT last_name, first_name FROM tenant WHERE id = ?",
            arguments: [person.data]
        )
        guard let row,
            let status = (match["status"] as String?).flatMap(MatchStatus.init(rawValue:))
        else { return nil }
        return OpportunityMatch(
            opportunity: opportunity,
            person: person,
            lastName: row["last_name"] ?? "",
            firstName: row["first_name"] ?? "",
            status: status,
            interviewOn: (match["interview_on"] as String?).flatMap(CalendarDay.init(isoText:))
        )
    }
}

extension OpportunityMatch {
    fileprivate var sortKey: String { SearchKey.fold("\(lastName) \(firstName)") + "\(person)" }
}

extension MatchStatus {
    /// How far somebody has come: of two merged files the further one counts.
    fileprivate var progress: Int {
        switch self {
        case .dropped, .refused: 0
        case .proposed: 1
        case .positioned: 2
        case .interviewed: 3
        case .hired: 4
        }
    }
}
