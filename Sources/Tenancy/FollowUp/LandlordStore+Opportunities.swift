import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Adds an opportunity, such as an offer that a team brought back.
    package func add(_ draft: OpportunityDraft) throws -> RecordID {
        guard draft.title.contains(where: { !$0.isWhitespace }), draft.title.utf8.count <= 200
        else { throw TenancyError(.badValue, "an opportunity needs a title of at most 200 bytes") }
        guard (1...10_000).contains(draft.positions ?? 1) else {
            throw TenancyError(.badValue, "an opportunity is for 1 to 10000 people")
        }
        return try replica.write { transaction in
            if let event = draft.event { try transaction.requireRow("event", event) }
            if let worksite = draft.worksite { try transaction.requireRow("worksite", worksite) }
            let id = transaction.newID()
            try transaction.insert(
                "opportunity",
                id: id,
                [
                    "title": .text(draft.title), "rome_code": Value(draft.romeCode),
                    "employer": Value(draft.employer), "event": Value(draft.event),
                    "commune_code": Value(draft.communeCode),
                    "kind": Value(draft.kind?.rawValue), "contract": Value(draft.contract),
                    "positions": draft.positions.map { .integer(Int64($0)) } ?? .null,
                    "worksite": Value(draft.worksite),
                ]
            )
            return id
        }
    }

    /// Puts somebody in touch with an opportunity, or says how far they have come.
    ///
    /// One row a person and opportunity; it is of the event that the opportunity came from. An
    /// interview and the first positioning keep their days whatever follows. For an opportunity of a
    /// worksite, the person must have agreed to be proposed there.
    @discardableResult
    package func match(
        _ tenant: RecordID,
        with opportunity: RecordID,
        _ status: MatchStatus = .proposed,
        interviewOn day: CalendarDay? = nil
    ) throws -> RecordID {
        guard status != .interviewed || day != nil else {
            throw TenancyError(.badValue, "an interview needs its day")
        }
        return try replica.write { transaction in
            let row = try Row.fetchOne(
                transaction.database,
                sql: "SELECT event, worksite FROM opportunity WHERE id = ?",
                arguments: [opportunity.data]
            )
            guard let row else { throw TenancyError(.notFound, "there is no such opportunity") }
            let file = try transaction.willingFile(of: tenant)
            if let worksite = RecordID(row, "worksite") {
                try Self.requireAgreement(of: file, worksite, in: transaction.database)
            }
            let id = RecordID.natural("match", file.bytes, opportunity.bytes)
            var values: [String: Value] = [
                "tenant": .blob(file.bytes), "opportunity": .blob(opportunity.bytes),
                "event": Value(RecordID(row, "event")), "status": .text(status.rawValue),
            ]
            if let day { values["interview_on"] = .text(day.isoText) }
            if status.isPositioned, try !Self.wasPositioned(id, transaction.database) {
                values["positioned_on"] = .text(try transaction.today().isoText)
            }
            try transaction.putRow("match", id, values)
            return id
        }
    }

    private static func wasPositioned(_ match: RecordID, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT positioned_on IS NOT NULL FROM \"match\" WHERE id = ?",
            arguments: [match.data]
        ) ?? false
    }
}
