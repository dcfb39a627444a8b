import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Sends somebody to a partner (« orientation »).
    package func refer(_ draft: ReferralDraft) throws -> RecordID {
        try replica.write { transaction in
            try Self.requireProgramme(draft.programme, in: transaction.database)
            try transaction.requireRow("partner", draft.partner)
            let file = try transaction.willingFile(of: draft.tenant)
            let id = transaction.newID()
            try transaction.insert(
                "referral",
                id: id,
                [
                    "tenant": .blob(file.bytes), "partner": .blob(draft.partner.bytes),
                    "theme": Value(draft.theme), "programme": Value(draft.programme),
                    "status": .text(ReferralStatus.open.rawValue),
                    "sent_on": .text(draft.day.isoText), "sent_by": .text(agent),
                ]
            )
            return id
        }
    }

    /// Notes what the partner answered, or a correction of it.
    package func answer(
        _ answer: ReferralAnswer,
        toReferral id: RecordID,
        on day: CalendarDay
    ) throws {
        try replica.write { transaction in
            let row = try Self.referral(id, in: transaction.database)
            let isHonoured = row["honoured_on"] as String? != nil
            guard answer.status == .accepted || !isHonoured else {
                throw TenancyError(
                    .refused,
                    "the person was received already: the orientation stays accepted"
                )
            }
            try transaction.update(
                "referral",
                id: id,
                [
                    "status": .text(answer.status.rawValue), "answered_on": .text(day.isoText),
                    "refusal_reason": Value(answer.reason),
                ]
            )
        }
    }

    /// Notes that the person came to the first appointment, which accepts the orientation too.
    package func honour(referral id: RecordID, on day: CalendarDay) throws {
        try replica.write { transaction in
            let row = try Self.referral(id, in: transaction.database)
            var values: [String: Value] = ["honoured_on": .text(day.isoText)]
            if row["status"] != ReferralStatus.accepted.rawValue {
                values["status"] = .text(ReferralStatus.accepted.rawValue)
                values["answered_on"] = .text(day.isoText)
                values["refusal_reason"] = .null
            }
            try transaction.update("referral", id: id, values)
        }
    }

    static func referral(_ id: RecordID, in database: Database) throws -> Row {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT status, honoured_on, reminded_on FROM referral WHERE id = ?",
            arguments: [id.data]
        )
        guard let row else { throw TenancyError(.notFound, "there is no such referral") }
        return row
    }
}
