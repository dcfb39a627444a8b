import Foundation
import GRDB
import HubWire
import Records
import Sealing

/// What goes up: statements, and what members write of the region.
extension LandlordMailbox {
    func keep(statement: SealedBundle, on day: Int) async throws -> Appended {
        let bytes = statement.bytes
        let name = Data(ContentHash(of: bytes).bytes)
        let isNew = try await commits.run { database in
            try Self.noteHeard(on: day, database)
            try database.execute(
                sql: """
                    INSERT OR IGNORE INTO statement (hash, came_on, is_taken, bytes)
                    VALUES (?, ?, 0, ?)
                    """,
                arguments: [name, day, Data(bytes)]
            )
            return UInt64(database.changesCount)
        }
        return Appended(position: 0, isNew: isNew == 1)
    }

    package func statements() async throws -> [KeptStatement] {
        try await queue.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM statement WHERE is_taken = 0 ORDER BY number"
            ).map { row in
                let bytes: Data = row["bytes"]
                let bundle = try SealedBundle(Array(bytes))
                return KeptStatement(
                    hash: ContentHash(of: bytes),
                    day: row["came_on"],
                    landlord: bundle.header.fields.partition.code,
                    body: Array(bundle.bytes[bundle.header.bodyStart...])
                )
            }
        }
    }

    package func noteTaken(_ statements: [ContentHash]) async throws {
        guard !statements.isEmpty else { return }
        try await commits.run { database in
            for hash in statements {
                try database.execute(
                    sql: "UPDATE statement SET is_taken = 1 WHERE hash = ?",
                    arguments: [Data(hash.bytes)]
                )
            }
        }
    }

    package func removeTaken(_ statements: [ContentHash]) async throws {
        guard !statements.isEmpty else { return }
        try await commits.run { database in
            for hash in statements {
                try database.execute(
                    sql: "DELETE FROM statement WHERE hash = ?",
                    arguments: [Data(hash.bytes)]
                )
            }
        }
        // What was deleted lies in the write-ahead log until it is checkpointed: by the next night where
        // a copy is being made now.
        try await queue.writeWithoutTransaction { database in
            do { try database.checkpoint(.truncate) } catch DatabaseError.SQLITE_BUSY {}
        }
    }

    package func regionBundles() async throws -> [(hash: ContentHash, bytes: [UInt8])] {
        try await queue.read { database in
            try Data.fetchAll(
                database,
                sql: "SELECT bytes FROM bundle WHERE is_region = 1 ORDER BY position"
            ).map { (ContentHash(of: $0), Array($0)) }
        }
    }

    package func removeMerged(_ bundles: [ContentHash]) async throws {
        guard !bundles.isEmpty else { return }
        try await commits.run { database in
            for hash in bundles { try Self.remove(hash, database) }
        }
    }

    /// The headers of the region's bundles.
    static func regionRows(
        _ database: Database
    ) throws -> [(hash: ContentHash, header: SealedBundle.Header)] {
        try Row.fetchAll(database, sql: "SELECT hash, header FROM bundle WHERE is_region = 1")
            .compactMap { row in
                let (name, header): (Data, Data) = (row["hash"], row["header"])
                guard let hash = ContentHash(bytes: name) else { return nil }
                return (hash, try SealedBundle.Header(Array(header)))
            }
    }

    /// The last day counts, whatever a clock that was set back says.
    static func noteHeard(on day: Int, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO heard (id, came_on) VALUES (1, ?)
                ON CONFLICT (id) DO UPDATE SET came_on = max(came_on, excluded.came_on)
                """
        ).execute(arguments: [day])
    }
}
