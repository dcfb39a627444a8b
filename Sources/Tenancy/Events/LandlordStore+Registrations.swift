import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Registers somebody for an event, or changes what became of their registration.
    ///
    /// Registering twice is the same row. After the event's day nobody is registered any more: who
    /// came is checked in as a walk-in.
    @discardableResult
    package func register(
        _ tenant: RecordID,
        for event: RecordID,
        status: RegistrationStatus = .registered
    ) throws -> RecordID {
        try replica.write { transaction in
            let file = try transaction.standingFile(of: tenant)
            if status == .registered || status == .waiting {
                try Opposition.require(file, isNotOpposedIn: transaction.database)
            }
            let event = try Event.required(event, in: transaction.database)
            let id = Registration.id(event: event.id, tenant: file)
            let present = try Self.registrationStatus(id, in: transaction.database)
            guard present != status else { return id }
            if present != nil {
                try transaction.update("registration", id: id, ["status": .text(status.rawValue)])
                return id
            }
            try Self.requireOpen(event, on: try transaction.today())
            try transaction.insert(
                "registration",
                id: id,
                [
                    "event": .blob(event.id.bytes), "tenant": .blob(file.bytes),
                    "registered_at": .integer(Int64(clamping: transaction.milliseconds)),
                    "registered_by": .text(agent), "status": .text(status.rawValue),
                ]
            )
            return id
        }
    }

    /// The registrations for an event, in the order in which they were made.
    package func registrations(forEvent event: RecordID) throws -> [Registration] {
        try replica.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM registration WHERE event = ? ORDER BY registered_at, id",
                arguments: [event.data]
            ).compactMap { row in
                guard let id = RecordID(row, "id"), let tenant = RecordID(row, "tenant"),
                    let status = (row["status"] as String?)
                        .flatMap(RegistrationStatus.init(rawValue:))
                else { return nil }
                return Registration(
                    id: id,
                    event: event,
                    tenant: tenant,
                    status: status,
                    registeredAt: UInt64(clamping: row["registered_at"] as Int64? ?? 0),
                    registeredBy: row["registered_by"] ?? ""
                )
            }
        }
    }

    private static func registrationStatus(
        _ id: RecordID,
        in database: Database
    ) throws -> RegistrationStatus? {
        try String.fetchOne(
            database,
            sql: "SELECT status FROM registration WHERE id = ?",
            arguments: [id.data]
        ).flatMap(RegistrationStatus.init(rawValue:))
    }

    private static func requireOpen(_ event: Event, on day: CalendarDay) throws {
        guard !event.isOver else {
            throw TenancyError(
                .refused,
                "the event is \(event.status.rawValue): nobody is registered for it any more"
            )
        }
        guard day <= event.day else {
            throw TenancyError(
                .refused,
                "the event was on \(event.day.isoText): check in who came with --walk-in"
            )
        }
    }
}
