import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Notes when a person is to be called, and why.
    package func planContact(
        of tenant: RecordID,
        on day: CalendarDay,
        reason typed: String? = nil,
        referent: String? = nil
    ) throws {
        let reason = try typed.flatMap(FreeText.read)
        try replica.write { transaction in
            let file = try transaction.willingFile(of: tenant)
            try Self.settle(
                file,
                [
                    "next_contact_on": .text(day.isoText), "reason": Value(reason),
                    "referent": .text(referent ?? agent),
                ],
                transaction
            )
        }
    }

    /// Notes that a person was reached: nothing is planned any more.
    package func noteContact(of tenant: RecordID, on day: CalendarDay) throws {
        try replica.write { transaction in
            let file = try transaction.standingFile(of: tenant)
            try Self.settle(
                file,
                [
                    "next_contact_on": .null, "reason": .null,
                    "contacted_on": .text(day.isoText),
                ],
                transaction
            )
        }
    }

    /// Who was to be called by that day, the longest ago first; each person once.
    package func dueContacts(on today: CalendarDay) throws -> [DueContact] {
        try replica.read { database in
            let roots = try TenantRoots(database)
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM follow_up WHERE next_contact_on <= ? "
                    + "ORDER BY next_contact_on, id",
                arguments: [today.isoText]
            )
            var seen: Set<RecordID> = []
            return try rows.compactMap { row in
                guard let file = RecordID(row, "tenant").map(roots.root(of:)),
                    seen.insert(file).inserted, try Tenant.find(file, database) != nil
                else { return nil }
                return DueContact(tenant: file, contact: NextContact(row))
            }
        }
    }

    /// What is planned for a person: of several files, the earliest day that stands.
    static func nextContact(ofPerson tenant: RecordID, _ database: Database) throws -> NextContact {
        let rows = try followUps(ofPerson: tenant, database).map(NextContact.init)
        let planned = rows.compactMap { contact in contact.day.map { (day: $0, contact) } }
            .min { $0.day < $1.day }?.1
        return NextContact(
            referent: planned?.referent ?? rows.compactMap(\.referent).first,
            day: planned?.day,
            reason: planned?.reason,
            contactedOn: rows.compactMap(\.contactedOn).max()
        )
    }

    /// Writes to the standing file's row; what merged files had planned is planned no more.
    private static func settle(
        _ file: RecordID,
        _ values: [String: Value],
        _ transaction: WriteTransaction
    ) throws {
        let own = RecordID.natural("follow_up", file.bytes)
        for row in try followUps(ofPerson: file, transaction.database) {
            guard let id = RecordID(row, "id"), id != own,
                row["next_contact_on"] as String? != nil
            else { continue }
            try transaction.update(
                "follow_up",
                id: id,
                ["next_contact_on": .null, "reason": .null]
            )
        }
        try transaction.putRow(
            "follow_up",
            own,
            values.merging(["tenant": .blob(file.bytes)]) { $1 }
        )
    }

    private static func followUps(ofPerson tenant: RecordID, _ database: Database) throws -> [Row] {
        try TenantRoots(database).files(of: tenant).flatMap { file in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM follow_up WHERE tenant = ? ORDER BY id",
                arguments: [file.data]
            )
        }
    }
}

extension NextContact {
    fileprivate init(_ row: Row) {
        self.init(
            referent: row["referent"],
            day: (row["next_contact_on"] as String?).flatMap(CalendarDay.init(isoText:)),
            reason: row["reason"],
            contactedOn: (row["contacted_on"] as String?).flatMap(CalendarDay.init(isoText:))
        )
    }
}
