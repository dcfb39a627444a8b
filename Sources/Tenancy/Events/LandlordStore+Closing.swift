import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Closes the list of an event: who is registered and of whom nothing is said is noted absent.
    ///
    /// What is said of anybody is left as it is; the absence that is assumed here gives way to any
    /// tick that another laptop brings.
    ///
    /// - Returns: How many were noted absent.
    @discardableResult
    package func close(_ event: RecordID) throws -> Int {
        try replica.write { transaction in
            let event = try Event.required(event, in: transaction.database)
            guard event.status != .cancelled, try transaction.today() >= event.day else {
                throw TenancyError(
                    .refused,
                    "an event is closed on its day or later, and not where it was cancelled"
                )
            }
            let missing = try Self.unmarked(event.id, in: transaction.database)
            for tenant in missing {
                try transaction.putRow(
                    "attendance",
                    Tick.id(event: event.id, tenant: tenant, stop: nil),
                    [
                        "event": .blob(event.id.bytes), "tenant": .blob(tenant.bytes),
                        "mark": .text(AttendanceMark(.noshow, .closing).code),
                        "checked_at": .integer(Int64(clamping: transaction.milliseconds)),
                        "walk_in": 0,
                    ]
                )
            }
            if event.status != .closed {
                let closed = EventStatus.closed.rawValue
                try transaction.update("event", id: event.id, ["status": .text(closed)])
            }
            return missing.count
        }
    }

    /// One registered file of each person of whom nothing is said, at the event or at a stop.
    private static func unmarked(_ event: RecordID, in database: Database) throws -> [RecordID] {
        let roots = try TenantRoots(database)
        let marked = try RecordID.all(
            database,
            "SELECT tenant AS id FROM attendance WHERE event = ? AND mark IS NOT NULL",
            [event.data]
        )
        var known = Set(marked.map(roots.root))
        let registered = try RecordID.all(
            database,
            "SELECT tenant AS id FROM registration WHERE event = ? AND status = ? ORDER BY tenant",
            [event.data, RegistrationStatus.registered.rawValue]
        )
        return registered.filter { known.insert(roots.root(of: $0)).inserted }
    }
}

extension RecordID {
    /// The identities in the column `id` of a query.
    fileprivate static func all(
        _ database: Database,
        _ sql: String,
        _ arguments: StatementArguments
    ) throws -> [RecordID] {
        try Row.fetchAll(database, sql: sql, arguments: arguments).compactMap {
            RecordID($0, "id")
        }
    }
}
