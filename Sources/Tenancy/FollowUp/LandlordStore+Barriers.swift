import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Notes what holds a person back; of one that stands already, only the level is said anew.
    package func noteBarrier(
        _ theme: BarrierTheme,
        _ level: BarrierLevel,
        of tenant: RecordID,
        on day: CalendarDay
    ) throws {
        try replica.write { transaction in
            let file = try transaction.standingFile(of: tenant)
            let standing = try Self.barriers(ofPerson: file, transaction.database)
                .filter { $0.theme == theme && $0.endedOn == nil }
            for barrier in standing where barrier.level != level {
                try transaction.update("barrier", id: barrier.id, ["level": .text(level.rawValue)])
            }
            guard standing.isEmpty else { return }
            try transaction.putRow(
                "barrier",
                .natural(
                    "barrier",
                    file.bytes,
                    Array(theme.rawValue.utf8),
                    Array(day.isoText.utf8)
                ),
                [
                    "tenant": .blob(file.bytes), "theme": .text(theme.rawValue),
                    "level": .text(level.rawValue), "noted_on": .text(day.isoText),
                    "ended_on": .null,
                ]
            )
        }
    }

    /// Notes that a barrier is no more, under any of the person's files.
    package func endBarrier(
        _ theme: BarrierTheme,
        of tenant: RecordID,
        on day: CalendarDay
    ) throws {
        try replica.write { transaction in
            let file = try transaction.standingFile(of: tenant)
            for barrier in try Self.barriers(ofPerson: file, transaction.database)
            where barrier.theme == theme && barrier.endedOn == nil {
                try transaction.update("barrier", id: barrier.id, ["ended_on": .text(day.isoText)])
            }
        }
    }

    /// What holds a person back, under any of their files, the latest first.
    static func barriers(ofPerson tenant: RecordID, _ database: Database) throws -> [Barrier] {
        let files = try TenantRoots(database).files(of: tenant)
        return try files.flatMap { file in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM barrier WHERE tenant = ?",
                arguments: [file.data]
            ).compactMap(Barrier.init)
        }.sorted { ($0.notedOn, $0.id) > ($1.notedOn, $1.id) }
    }
}
