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
}
