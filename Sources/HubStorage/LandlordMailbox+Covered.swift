import Causality
import Foundation
import GRDB
import HubWire
import Sealing

/// What goes from a mailbox: only what a snapshot that stays tells as well.
extension LandlordMailbox {
    package func removeCovered(_ hash: ContentHash) async throws -> Bool {
        try await commits.run { database in
            guard let header = try Self.header(of: hash, database) else { return false }
            guard try Self.isCovered(header, hash, database) else {
                throw HubRefusal(.notCovered)
            }
            try Self.remove(hash, database)
            return true
        }
    }

    private static func header(
        of hash: ContentHash,
        _ database: Database
    ) throws -> SealedBundle.Header? {
        let bytes = try Data.fetchOne(
            database,
            sql: "SELECT header FROM bundle WHERE hash = ?",
            arguments: [Data(hash.bytes)]
        )
        return try bytes.map { try SealedBundle.Header(Array($0)) }
    }

    /// Whether a snapshot that stays tells all that the bundle tells.
    private static func isCovered(
        _ header: SealedBundle.Header,
        _ hash: ContentHash,
        _ database: Database
    ) throws -> Bool {
        let snapshots = try Data.fetchCursor(
            database,
            sql: """
                SELECT header FROM bundle WHERE is_snapshot = 1 AND is_region = 0 AND hash <> ?
                ORDER BY position DESC
                """,
            arguments: [Data(hash.bytes)]
        )
        while let bytes = try snapshots.next() {
            let snapshot = try SealedBundle.Header(Array(bytes))
            if snapshot.fields.target.covers(header.fields.target) { return true }
        }
        return false
    }

    /// What stays of a bundle is its hash, for those who listed it.
    static func remove(_ hash: ContentHash, _ database: Database) throws {
        let position = try nextPosition(database)
        let name = Data(hash.bytes)
        try database.execute(sql: "DELETE FROM bundle WHERE hash = ?", arguments: [name])
        guard database.changesCount > 0 else { return }
        try database.execute(
            sql: "INSERT OR REPLACE INTO gone (position, hash) VALUES (?, ?)",
            arguments: [Int64(position), name]
        )
    }

    /// The last bundle of each replica stays: it tells how far that one has read.
    ///
    /// What is younger stays too: a replica that lives twice is found out by two bundles under one
    /// number, and both have to be there for it.
    package func compact(before day: Int) async throws -> Int {
        let covered = try await queue.read { database in
            try Self.covered(before: day, database)
        }
        for hashes in covered.chunks(of: 64) {
            try await commits.run { database in
                for hash in hashes { try Self.remove(hash, database) }
            }
        }
        return covered.count
    }

    private static func covered(
        before day: Int,
        _ database: Database
    ) throws -> [ContentHash] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT hash, header, came_on FROM bundle WHERE is_region = 0 ORDER BY position
                """
        ).compactMap { row -> (hash: ContentHash, header: SealedBundle.Header, day: Int)? in
            let (name, bytes): (Data, Data) = (row["hash"], row["header"])
            guard let hash = ContentHash(bytes: name),
                let header = try? SealedBundle.Header(Array(bytes))
            else { return nil }
            return (hash, header, row["came_on"])
        }
        let last = Dictionary(
            rows.map { ($0.header.fields.sender, $0.header.fields.sequence) },
            uniquingKeysWith: max
        )
        var kept: [VersionVector] = []
        var covered: [ContentHash] = []
        for row in rows.reversed() {
            let fields = row.header.fields
            let isLast = fields.sequence >= last[fields.sender, default: 0]
            if row.day < day, !isLast, kept.contains(where: { $0.covers(fields.target) }) {
                covered.append(row.hash)
            } else if fields.kind == .snapshot {
                kept.append(fields.target)
            }
        }
        return covered
    }
}

extension Array {
    fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
