import Causality
import Foundation
import GRDB
import HubWire
import Membership
import Records
import Sealing

extension LandlordMailbox {
    package func append(_ bytes: [UInt8], on day: Int) async throws -> Appended {
        let bundle = try judged(bytes)
        guard bundle.header.fields.kind != .statement else {
            return try await keep(statement: bundle, on: day)
        }
        return try await keep(bundle, on: day)
    }

    package func post(_ bytes: [UInt8], on day: Int) async throws {
        let sender = try SealedBundle.Header(bytes).fields.sender
        let earlier = try await queue.read { database in
            try Self.regionRows(database).filter { $0.header.fields.sender == sender }.map(\.hash)
        }
        _ = try await keep(try SealedBundle(bytes), on: day)
        try await removeMerged(earlier.filter { $0 != ContentHash(of: bytes) })
    }

    private func keep(_ bundle: SealedBundle, on day: Int) async throws -> Appended {
        let bytes = bundle.bytes
        let hash = ContentHash(of: bytes)
        let header = Data(bytes[..<bundle.header.bodyStart])
        let isSnapshot = bundle.header.fields.kind == .snapshot
        let isRegion = bundle.header.fields.partition.kind == .region
        return try await commits.run { database in
            if let known = try Self.position(of: hash, database) {
                return Appended(position: known, isNew: false)
            }
            try Self.noteHeard(on: day, database)
            let position = try Self.nextPosition(database)
            let name = Data(hash.bytes)
            try database.cachedStatement(sql: "DELETE FROM gone WHERE hash = ?")
                .execute(arguments: [name])
            try database.cachedStatement(
                sql: """
                    INSERT INTO bundle
                        (position, hash, is_snapshot, is_region, came_on, header, bytes)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(
                arguments: [
                    Int64(position), name, isSnapshot, isRegion, day, header, Data(bytes),
                ]
            )
            return Appended(position: position, isNew: true)
        }
    }

    /// Checks form, landlord, sender, signature and the digest of the body, in that order.
    ///
    /// No key opens anything here.
    private func judged(_ bytes: [UInt8]) throws -> SealedBundle {
        do {
            let bundle = try SealedBundle(bytes)
            switch try judgement(of: bundle.header) {
            case .refused(let refusal): throw HubRefusal(.refused, refusal.rawValue)
            case .quarantined(let key):
                // The administrator decides: what a revoked device did before it knew is not lost.
                guard bundle.header.fields.partition.kind == .landlord else {
                    throw HubRefusal(.refused, "revoked")
                }
                _ = try bundle.verified(by: key)
            case .accepted(let key): _ = try bundle.verified(by: key)
            }
            try bundle.checkBody()
            return bundle
        } catch let failure as SealFailure {
            throw HubRefusal(.refused, failure.name)
        }
    }

    private func judgement(of header: SealedBundle.Header) throws(HubRefusal) -> Judgement {
        let (roster, fields) = (roster, header.fields)
        guard (fields.kind == .statement) == (fields.partition.kind == .upward) else {
            throw HubRefusal(.refused, "unknown-kind")
        }
        switch fields.partition.kind {
        case .landlord: return roster.judge(header)
        case .region: return roster.judgeSender(of: header)
        case .upward:
            guard fields.partition.id == roster.landlord else { return .refused(.otherLandlord) }
            guard fields.partition.code == code else { throw HubRefusal(.refused, "other-code") }
            return roster.judgeSender(of: header)
        }
    }

    static func position(
        of hash: ContentHash,
        _ database: Database
    ) throws -> UInt64? {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT position FROM bundle WHERE hash = ?"),
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
}
