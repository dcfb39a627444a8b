import Causality
import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Ticks somebody on the list of an event.
    ///
    /// The time noted is that of the tick, whenever the laptops meet. Who is not registered is
    /// refused unless the tick says walk-in; a walk-in makes no registration.
    @discardableResult
    package func checkIn(_ tick: Tick) throws -> RecordID {
        guard tick.mark.method != .closing else {
            throw TenancyError(.refused, "only `event close` marks a whole list")
        }
        return try replica.write { try Self.put(tick, $0) }
    }

    /// Writes a tick, whatever is said there already.
    static func put(_ tick: Tick, _ transaction: WriteTransaction) throws -> RecordID {
        let event = try Event.required(tick.event, in: transaction.database)
        let moment = try moment(of: tick, at: event, transaction)
        try requireStop(tick.stop, of: event, in: transaction.database)
        let (file, isRegistered) = try file(for: tick, transaction)
        guard isRegistered || tick.walkIn else {
            throw TenancyError(.refused, "not registered for this event: use --walk-in")
        }
        let id = Tick.id(event: event.id, tenant: file, stop: tick.stop)
        try transaction.putRow(
            "attendance",
            id,
            [
                "event": .blob(event.id.bytes), "tenant": .blob(file.bytes),
                "stop": Value(tick.stop), "mark": .text(tick.mark.code),
                "checked_at": .integer(Int64(clamping: moment)),
                "walk_in": .integer(isRegistered ? 0 : 1),
            ]
        )
        return id
    }

    /// Takes a tick back: nothing is said of the person there any more.
    package func undoCheckIn(
        _ tenant: RecordID,
        at event: RecordID,
        stop: RecordID? = nil
    ) throws {
        try replica.write { transaction in
            guard try Self.erase(tenant, at: event, stop: stop, transaction) else {
                throw TenancyError(.notFound, "there is no tick to take back")
            }
        }
    }

    /// Takes back what is said of all files of a person; whether there was anything.
    static func erase(
        _ tenant: RecordID,
        at event: RecordID,
        stop: RecordID?,
        _ transaction: WriteTransaction
    ) throws -> Bool {
        _ = try transaction.standingFile(of: tenant)
        let files = try TenantRoots(transaction.database).files(of: tenant)
        let ids = try files.map { Tick.id(event: event, tenant: $0, stop: stop) }
            .filter { try transaction.hasRow("attendance", $0) }
        for id in ids {
            try transaction.update("attendance", id: id, ["mark": nil, "checked_at": nil])
        }
        return !ids.isEmpty
    }

    /// When a tick was; nobody is seen or missed before the day.
    private static func moment(
        of tick: Tick,
        at event: Event,
        _ transaction: WriteTransaction
    ) throws -> UInt64 {
        let moment = tick.moment ?? transaction.milliseconds
        guard moment <= HybridTime.maximumMilliseconds, let day = FrenchTime.day(of: moment) else {
            throw TenancyError(.badValue, "\(moment) milliseconds are no moment of a tick")
        }
        if [.seen, .noshow].contains(tick.mark.status), day < event.day {
            throw TenancyError(
                .refused,
                "the event is on \(event.day.isoText): nobody is \(tick.mark.status) before"
            )
        }
        return moment
    }

    private static func requireStop(
        _ stop: RecordID?,
        of event: Event,
        in database: Database
    ) throws {
        guard let stop else { return }
        let isThere = try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM event_stop WHERE id = ? AND event = ?)",
            arguments: [stop.data, event.id.data]
        )
        guard isThere == true else {
            throw TenancyError(.notFound, "the event has no such stop")
        }
    }

    /// The file to tick: of a person's files the registered one, else the one that stands for them.
    private static func file(
        for tick: Tick,
        _ transaction: WriteTransaction
    ) throws -> (RecordID, isRegistered: Bool) {
        let standing = try transaction.standingFile(of: tick.tenant)
        let isHere = { file in try isRegistered(file, tick.event, in: transaction.database) }
        if try isHere(standing) { return (standing, true) }
        let files = try TenantRoots(transaction.database).files(of: standing)
        if let registered = try files.first(where: isHere) { return (registered, true) }
        return (standing, false)
    }

    private static func isRegistered(
        _ tenant: RecordID,
        _ event: RecordID,
        in database: Database
    ) throws -> Bool {
        let id = Registration.id(event: event, tenant: tenant)
        return try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM registration WHERE id = ? AND status IN (?, ?))",
            arguments: [
                id.data, RegistrationStatus.registered.rawValue,
                RegistrationStatus.withdrawn.rawValue,
            ]
        ) ?? false
    }
}
