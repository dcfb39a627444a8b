import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Notes a consent; what was agreed before stays noted.
    @discardableResult
    package func note(_ draft: ConsentDraft) throws -> RecordID {
        try replica.write { transaction in
            let file = try transaction.willingFile(of: draft.tenant)
            guard try draft.day <= transaction.today() else {
                throw TenancyError(.badValue, "the day of the consent is still to come")
            }
            if let partner = draft.partner {
                guard draft.purpose == .partner else {
                    throw TenancyError(.badValue, "this consent is about no partner")
                }
                try transaction.requireRow("partner", partner)
            }
            let id = transaction.newID()
            try transaction.insert(
                "consent",
                id: id,
                [
                    "tenant": .blob(file.bytes), "purpose": .text(draft.purpose.rawValue),
                    "partner": Value(draft.partner), "given_on": .text(draft.day.isoText),
                    "mode": .text(draft.mode.rawValue),
                    "notice_version": .text(draft.noticeVersion), "noted_by": .text(agent),
                ]
            )
            return id
        }
    }

    /// Takes a consent back, with every other of the same person that says the same.
    ///
    /// Taken back twice, it stays taken back on the first day.
    package func withdraw(consent id: RecordID, on day: CalendarDay) throws {
        try replica.write { transaction in
            let row = try Row.fetchOne(
                transaction.database,
                sql: "SELECT * FROM consent WHERE id = ?",
                arguments: [id.data]
            )
            guard let row, let consent = Consent(row), let tenant = RecordID(row, "tenant") else {
                throw TenancyError(.notFound, "there is no such consent")
            }
            guard day >= consent.givenOn else {
                throw TenancyError(.badValue, "the consent was given after that day")
            }
            _ = try transaction.standingFile(of: tenant)
            let same = try Self.consents(ofPerson: tenant, transaction.database).filter {
                $0.purpose == consent.purpose && $0.partner == consent.partner
                    && $0.withdrawnOn == nil && $0.givenOn <= day
            }
            for consent in same {
                try transaction.update(
                    "consent",
                    id: consent.id,
                    ["withdrawn_on": .text(day.isoText)]
                )
            }
        }
    }

    /// Every consent under any of a person's files, the latest first.
    static func consents(ofPerson tenant: RecordID, _ database: Database) throws -> [Consent] {
        try consents(of: try TenantRoots(database).files(of: tenant), database)
    }

    static func consents(of files: [RecordID], _ database: Database) throws -> [Consent] {
        try files.flatMap { file in
            try Row.fetchAll(
                database.cachedStatement(sql: "SELECT * FROM consent WHERE tenant = ?"),
                arguments: [file.data]
            ).compactMap(Consent.init)
        }.sorted { ($0.givenOn, $0.id) > ($1.givenOn, $1.id) }
    }
}
