import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Notes what somebody asks for about their data; it is due a month later.
    ///
    /// - Throws: ``TenancyError``: `bad-value` for a day to come, `not-found`, `erased`.
    @discardableResult
    package func noteRequest(
        of tenant: RecordID,
        _ kind: RightsKind,
        on day: CalendarDay
    ) throws -> RecordID {
        try replica.write { transaction in
            let file = try Tenant.standing(for: tenant, transaction.database).id
            guard try day <= transaction.today(), let due = day.adding(months: 1) else {
                throw TenancyError(.badValue, "the day of a request is today or before")
            }
            let id = RightsRequest.id(file, kind, day)
            guard try !transaction.hasRow("rights_request", id) else { return id }
            try transaction.insert(
                "rights_request",
                id: id,
                [
                    "tenant": .blob(file.bytes), "kind": .text(kind.rawValue),
                    "received_on": .text(day.isoText), "due_on": .text(due.isoText),
                    "status": .text(RightsStatus.open.rawValue), "noted_by": .text(agent),
                ]
            )
            return id
        }
    }

    /// Notes what became of a request; a refusal says why.
    package func closeRequest(
        _ id: RecordID,
        as status: RightsStatus,
        answer: String? = nil
    ) throws {
        try replica.write { transaction in
            guard status != .refused || answer != nil else {
                throw TenancyError(.badValue, "a request is refused with a reason")
            }
            try transaction.requireRow("rights_request", id)
            let day: Value =
                status == .open ? .null : .text(try transaction.today().isoText)
            try transaction.update(
                "rights_request",
                id: id,
                ["status": .text(status.rawValue), "closed_on": day, "answer": Value(answer)]
            )
        }
    }

    /// The requests, those that are due first before the others; of one person where they are named.
    package func rightsRequests(of tenant: RecordID? = nil) throws -> [RightsRequest] {
        try replica.read { database in
            let files = try tenant.map { try TenantRoots(database).files(of: $0) }
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT \(RightsRequest.columns) FROM rights_request
                    ORDER BY status <> '\(RightsStatus.open.rawValue)', due_on, id
                    """
            )
            .compactMap(RightsRequest.init)
            .filter { files?.contains($0.tenant) ?? true }
        }
    }

    /// The people who do not want anything new to be done with their file.
    package func opposition() throws -> Opposition { try replica.read(Opposition.init) }
}
