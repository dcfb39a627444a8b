import GRDB
import Records
import Region
import ReplicaStore

extension LandlordStore {
    /// Adds a worksite of a declared programme; nobody appears in it.
    package func add(_ draft: WorksiteDraft) throws -> RecordID {
        try check(draft)
        return try replica.write { transaction in
            try Self.requireProgramme(draft.programme, in: transaction.database)
            let id = transaction.newID()
            try transaction.insert(
                "worksite",
                id: id,
                [
                    "name": .text(draft.name), "framework": .text(draft.framework.rawValue),
                    "programme": .text(draft.programme), "owner": Value(draft.owner),
                    "commune_code": Value(draft.communeCode),
                    "starts_on": .text(draft.start.isoText),
                    "total_hours": .integer(Int64(draft.totalHours)),
                    "clause_permille": .integer(Int64(draft.clausePermille)),
                    "done_hours": .integer(0), "rome_codes": TextSet.column(draft.romeCodes),
                    "forecast_hours": draft.forecastHours.map { .integer(Int64($0)) } ?? .null,
                ]
            )
            return id
        }
    }

    private func check(_ draft: WorksiteDraft) throws {
        guard draft.name.contains(where: { !$0.isWhitespace }),
            draft.name.utf8.count <= WorksiteLimits.nameBytes
        else {
            throw TenancyError(.badValue, "a worksite needs a name of at most 200 bytes")
        }
        guard (1...WorksiteLimits.hours).contains(draft.totalHours),
            (0...1_000).contains(draft.clausePermille),
            (1...WorksiteLimits.step).contains(draft.forecastHours ?? 1)
        else {
            throw TenancyError(.badValue, "the hours or the clause's part cannot be: check them")
        }
        for code in draft.romeCodes where RomeFiches.find(code: code) == nil {
            throw TenancyError(.badValue, "a ROME code is in no list: write it as F1704")
        }
        if let code = draft.communeCode, Communes.current(code: code) == nil {
            throw TenancyError(.badValue, "the commune is in no list: give its INSEE code")
        }
    }

    /// The worksites, the first to start first; of one programme, where it is named.
    package func worksites(programme: String? = nil) throws -> [Worksite] {
        try replica.read { try Self.worksites(programme: programme, in: $0) }
    }

    static func worksites(programme: String?, in database: Database) throws -> [Worksite] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM worksite WHERE ?1 IS NULL OR programme = ?1 ORDER BY starts_on, id
                """,
            arguments: [programme]
        ).compactMap(Worksite.init)
    }

    /// Counts hours that were done under the clause; laptops that count apart add up.
    package func addHours(_ hours: Int, toWorksite id: RecordID) throws {
        guard hours != 0, (-WorksiteLimits.step...WorksiteLimits.step).contains(hours) else {
            throw TenancyError(.badValue, "\(hours) hours are none, or too many at once")
        }
        try replica.write { transaction in
            let row = try Row.fetchOne(
                transaction.database,
                sql: "SELECT done_hours FROM worksite WHERE id = ?",
                arguments: [id.data]
            )
            guard let row else { throw TenancyError(.notFound, "there is no such worksite") }
            let done = row["done_hours"] as Int64? ?? 0
            let (sum, overflow) = done.addingReportingOverflow(Int64(hours))
            guard !overflow, sum >= 0 else {
                throw TenancyError(.badValue, "\(done) hours and \(hours) more make no count")
            }
            try transaction.update("worksite", id: id, ["done_hours": .integer(sum)])
        }
    }
}
