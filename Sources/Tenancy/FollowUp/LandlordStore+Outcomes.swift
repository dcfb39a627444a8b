import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Notes an outcome; of several, the latest day counts.
    package func note(_ draft: OutcomeDraft) throws -> RecordID {
        try replica.write { transaction in
            try Self.requireProgramme(draft.programme, in: transaction.database)
            let file = try transaction.standingFile(of: draft.tenant)
            let id = transaction.newID()
            try transaction.insert(
                "outcome",
                id: id,
                [
                    "tenant": .blob(file.bytes), "kind": .text(draft.kind.rawValue),
                    "on_date": .text(draft.day.isoText), "contract": Value(draft.contract),
                    "programme": Value(draft.programme), "verified_by": Value(draft.verifiedBy),
                ]
            )
            return id
        }
    }

    /// What was noted of one file.
    static func outcomes(_ file: RecordID, _ database: Database) throws -> [TenantFile.Outcome] {
        try Row.fetchAll(
            database,
            sql: "SELECT kind, on_date, contract FROM outcome WHERE tenant = ?",
            arguments: [file.data]
        ).compactMap { row in
            guard let day = (row["on_date"] as String?).flatMap(CalendarDay.init(isoText:)) else {
                return nil
            }
            return TenantFile.Outcome(
                day: day,
                kind: (row["kind"] as String?).flatMap(OutcomeKind.init(rawValue:)),
                contract: row["contract"]
            )
        }
    }
}
