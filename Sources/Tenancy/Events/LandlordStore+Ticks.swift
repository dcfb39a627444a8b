import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Ticks somebody on a list as it was shown.
    ///
    /// Twice is once, and a list that has become old changes nothing: `shown` is what it said of the
    /// person there.
    package func checkIn(_ tick: Tick, over shown: AttendanceMark?) throws -> TickAnswer {
        try replica.write { transaction in
            let present = try Self.mark(tick.tenant, tick.event, tick.stop, transaction.database)
            if let present, present.isAsFirm(as: tick.mark),
                try !Self.isOpen(tick, transaction.database)
            {
                return .already
            }
            guard present == shown else { return .changed(present) }
            _ = try Self.put(tick, transaction)
            return .written
        }
    }

    /// Takes back what a list showed of somebody; see ``checkIn(_:over:)``.
    package func undoCheckIn(
        _ tenant: RecordID,
        at event: RecordID,
        stop: RecordID?,
        over shown: AttendanceMark?
    ) throws -> TickAnswer {
        try replica.write { transaction in
            let present = try Self.mark(tenant, event, stop, transaction.database)
            guard let present else { return .already }
            guard present == shown else { return .changed(present) }
            _ = try Self.erase(tenant, at: event, stop: stop, transaction)
            return .written
        }
    }

    /// Whether laptops disagree on what is said there, so that saying it again settles something.
    private static func isOpen(_ tick: Tick, _ database: Database) throws -> Bool {
        try TenantRoots(database).files(of: tick.tenant).contains { file in
            try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM passerelle_inbox WHERE kind = 'concurrent'
                            AND collection = 'attendance' AND id = ? AND NOT is_settled
                    )
                    """,
                arguments: [Tick.id(event: tick.event, tenant: file, stop: tick.stop).data]
            ) ?? false
        }
    }

    /// What is said of a person there: of several files, the mark that counts.
    private static func mark(
        _ tenant: RecordID,
        _ event: RecordID,
        _ stop: RecordID?,
        _ database: Database
    ) throws -> AttendanceMark? {
        var person = PersonAtEvent()
        for file in try TenantRoots(database).files(of: tenant) {
            let row = try Row.fetchOne(
                database,
                sql: "SELECT mark FROM attendance WHERE id = ?",
                arguments: [Tick.id(event: event, tenant: file, stop: stop).data]
            )
            let mark = row.flatMap { $0["mark"] as String? }.flatMap(AttendanceMark.init(code:))
            if let mark { person.add(mark, at: nil, isOpen: false) }
        }
        return person.mark
    }
}

extension AttendanceMark {
    /// Whether it says the same as another, as firmly or more.
    fileprivate func isAsFirm(as other: AttendanceMark) -> Bool {
        status == other.status && Self.ranks[code] ?? 0 >= Self.ranks[other.code] ?? 0
    }
}
