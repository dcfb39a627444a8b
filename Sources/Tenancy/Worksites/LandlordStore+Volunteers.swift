import GRDB
import Records
import Region
import ReplicaStore

extension LandlordStore {
    /// Notes that somebody wants to work there and agrees to be proposed.
    ///
    /// Said again, it is said anew: whoever withdrew is a volunteer again. Trades that are not named
    /// stay as they were said.
    @discardableResult
    package func volunteer(
        _ tenant: RecordID,
        forWorksite worksite: RecordID,
        agreed mode: ConsentMode,
        on day: CalendarDay,
        trades: Set<String>? = nil
    ) throws -> RecordID {
        guard (trades ?? []).allSatisfy({ RomeFiches.find(code: $0) != nil }) else {
            throw TenancyError(.badValue, "a ROME code is in no list: write it as F1704")
        }
        return try replica.write { transaction in
            try transaction.requireRow("worksite", worksite)
            let file = try transaction.willingFile(of: tenant)
            let id = RecordID.natural("volunteer", file.bytes, worksite.bytes)
            var values: [String: Value] = [
                "tenant": .blob(file.bytes), "worksite": .blob(worksite.bytes),
                "agreed_on": .text(day.isoText), "agreed_by": .text(mode.rawValue),
                "withdrawn_on": .null,
            ]
            if let trades { values["rome_codes"] = TextSet.column(trades) }
            try transaction.putRow("volunteer", id, values)
            return id
        }
    }

    /// Notes that somebody does not want to be proposed any more; what was done stays done.
    package func withdraw(
        _ tenant: RecordID,
        fromWorksite worksite: RecordID,
        on day: CalendarDay
    ) throws {
        try replica.write { transaction in
            let rows = try Self.agreements(of: tenant, worksite, transaction.database)
            guard !rows.isEmpty else {
                throw TenancyError(.notFound, "this person is no volunteer of that worksite")
            }
            for id in rows {
                try transaction.update("volunteer", id: id, ["withdrawn_on": .text(day.isoText)])
            }
        }
    }

    /// Refuses to propose somebody who did not agree, or does not any more.
    static func requireAgreement(
        of tenant: RecordID,
        _ worksite: RecordID,
        in database: Database
    ) throws {
        guard try agreements(of: tenant, worksite, database).isEmpty else { return }
        throw TenancyError(
            .refused,
            "this person has not agreed to be proposed: note it with `worksite volunteer`"
        )
    }

    /// The standing agreements of a person, under any of their files.
    private static func agreements(
        of tenant: RecordID,
        _ worksite: RecordID,
        _ database: Database
    ) throws -> [RecordID] {
        let roots = try TenantRoots(database)
        let person = roots.root(of: tenant)
        return try Row.fetchAll(
            database,
            sql: "SELECT id, tenant FROM volunteer WHERE worksite = ? AND withdrawn_on IS NULL",
            arguments: [worksite.data]
        ).compactMap { row in
            guard let id = RecordID(row, "id"), let file = RecordID(row, "tenant") else {
                return nil
            }
            return roots.root(of: file) == person ? id : nil
        }
    }
}
