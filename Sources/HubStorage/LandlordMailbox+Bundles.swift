import Causality
import Foundation
import GRDB
import HubWire
import Membership
import Sealing

extension LandlordMailbox {
    package func append(_ bytes: [UInt8]) async throws -> Appended {
        let bundle = try judged(bytes)
        let hash = ContentHash(of: bytes)
        let known = try await queue.read { database in try Self.position(of: hash, database) }
        if let known { return Appended(position: known, isNew: false) }
        let header = Data(bytes[..<bundle.header.bodyStart])
        let isSnapshot = bundle.header.fields.kind == .snapshot
        let position = try await commits.run { database in
            // Two that bring the same bytes at once: the second finds the first.
            if let known = try Self.position(of: hash, database) { return known }
            let position = try Self.nextPosition(database)
            let name = Data(hash.bytes)
            try database.execute(sql: "DELETE FROM gone WHERE hash = ?", arguments: [name])
            try database.execute(
                sql: """
                    INSERT INTO bundle (position, hash, is_snapshot, header, bytes)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [Int64(position), name, isSnapshot, header, Data(bytes)]
            )
            return position
        }
        return Appended(position: position, isNew: true)
    }

    /// Checks form, landlord, sender, signature and the digest of the body, in that order.
    ///
    /// No key opens anything here.
    private func judged(_ bytes: [UInt8]) throws -> SealedBundle {
        do {
            let bundle = try SealedBundle(bytes)
            guard bundle.header.fields.kind != .statement else {
                throw HubRefusal(.refused, "unknown-kind")
            }
            switch roster.judge(bundle.header) {
            case .refused(let refusal): throw HubRefusal(.refused, refusal.rawValue)
            case .quarantined: throw HubRefusal(.refused, "revoked")
            case .accepted(let key): _ = try bundle.verified(by: key)
            }
            try bundle.checkBody()
            return bundle
        } catch let failure as SealFailure {
            throw HubRefusal(.refused, failure.name)
        }
    }

    private static func position(
        of hash: ContentHash,
        _ database: Database
    ) throws -> UInt64? {
        try Int64.fetchOne(
            database,
            sql: "SELECT position FROM bundle WHERE hash = ?",
            arguments: [Data(hash.bytes)]
        ).map { UInt64($0) }
    }

    package func fetch(
        _ hash: ContentHash,
        from offset: Int,
        count: Int
    ) async throws -> StoredPiece? {
        try await queue.read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT substr(bytes, ?, ?) AS piece, length(bytes) AS total
                    FROM bundle WHERE hash = ?
                    """,
                arguments: [offset + 1, count, Data(hash.bytes)]
            )
            return row.map { row in
                let piece: Data = row["piece"]
                return StoredPiece(bytes: Array(piece), total: row["total"])
            }
        }
    }

    package func removeCovered(_ hash: ContentHash) async throws -> Bool {
        let removed = try await commits.run { database in
            guard let header = try Self.header(of: hash, database) else { return 0 }
            guard try Self.isCovered(header, hash, database) else {
                throw HubRefusal(.notCovered)
            }
            let position = try Self.nextPosition(database)
            let name = Data(hash.bytes)
            try database.execute(sql: "DELETE FROM bundle WHERE hash = ?", arguments: [name])
            try database.execute(
                sql: "INSERT INTO gone (position, hash) VALUES (?, ?)",
                arguments: [Int64(position), name]
            )
            return 1
        }
        return removed == 1
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
                SELECT header FROM bundle WHERE is_snapshot = 1 AND hash <> ?
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
}
