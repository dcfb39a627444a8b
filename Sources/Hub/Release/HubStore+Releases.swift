import Foundation
import GRDB
import Sealing
import Statistics

extension HubStore {
    /// The release of a programme's tables for a night; the one of that night again where it is made.
    ///
    /// - Throws: `ReleaseFailure` where there is none: those before it stand.
    package func release(
        _ programme: String,
        cutoff: UTCDay,
        signedBy key: SigningKey
    ) throws -> ReleaseManifest {
        try queue.write { database in
            let policy = try Self.policy(in: database)
            var ledger = try Self.ledger(of: programme, policy, database)
            let last = try Self.manifests(of: programme, database).last
            if let last, last.cutoff == cutoff { return last }
            let statements = try Self.latest(
                programme: programme,
                upTo: cutoff.number,
                in: database
            ).compactMap(\.detailed)
            _ = try ledger.release(statements, cutoff: cutoff)
            guard let release = ledger.kept.last else {
                throw HubFailure.unreadableRow(table: "release", key: programme)
            }
            let manifest = ReleaseManifest(
                release,
                of: statements,
                policy: policy,
                previous: last
            )
            let oldest = ledger.kept.flatMap(\.tables).map(\.release).min() ?? release.number
            try Self.insert(release, manifest, policy, oldest, programme, key, database)
            try Self.insert(statements, into: release, of: programme, database)
            return manifest
        }
    }

    /// A release as it is published, made again from what is kept; nil where there is none yet.
    package func published(_ programme: String) throws -> PublishedRelease? {
        try queue.read { try Self.published(programme, $0) }
    }

    static func published(_ programme: String, _ database: Database) throws -> PublishedRelease? {
        let policy = try policy(in: database)
        return try ledger(of: programme, policy, database).kept.last.map(PublishedRelease.init)
    }

    /// The policy that the last release was made under.
    static func releasePolicy(of programme: String, _ database: Database) throws -> ReleasePolicy {
        let bytes = try Data.fetchOne(
            database,
            sql: "SELECT policy FROM release WHERE programme = ? ORDER BY number DESC LIMIT 1",
            arguments: [programme]
        )
        return try bytes.map { try ReleasePolicy(bytes: Array($0)) } ?? ReleasePolicy()
    }

    /// The manifests of a programme's releases with their signatures, the oldest first.
    package func signedManifests(
        of programme: String
    ) throws -> [(manifest: ReleaseManifest, signature: [UInt8])] {
        try queue.read { try Self.signedManifests(of: programme, $0) }
    }

    static func signedManifests(
        of programme: String,
        _ database: Database
    ) throws -> [(manifest: ReleaseManifest, signature: [UInt8])] {
        try Row.fetchAll(
            database,
            sql: "SELECT manifest, signature FROM release WHERE programme = ? ORDER BY number",
            arguments: [programme]
        ).map { row in
            let (manifest, signature): (Data, Data) = (row["manifest"], row["signature"])
            return (try ReleaseManifest(bytes: Array(manifest)), Array(signature))
        }
    }

    private static func manifests(
        of programme: String,
        _ database: Database
    ) throws -> [ReleaseManifest] {
        try Data.fetchAll(
            database,
            sql: "SELECT manifest FROM release WHERE programme = ? ORDER BY number",
            arguments: [programme]
        ).map { try ReleaseManifest(bytes: Array($0)) }
    }

    /// The releases that are out, made again from their records and statements, each under the policy
    /// of its night.
    private static func ledger(
        of programme: String,
        _ policy: ReleasePolicy,
        _ database: Database
    ) throws -> ReleaseLedger {
        var ledger = try ReleaseLedger(policy: policy)
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT number, record, policy FROM release WHERE programme = :programme AND number >= (
                    SELECT oldest FROM release WHERE programme = :programme
                    ORDER BY number DESC LIMIT 1)
                ORDER BY number
                """,
            arguments: ["programme": programme]
        )
        for row in rows {
            let (number, bytes): (Int, Data) = (row["number"], row["record"])
            guard let record = ReleaseRecord(bytes: Array(bytes), catalogue: ledger.catalogue)
            else { throw HubFailure.unreadableRow(table: "release", key: "\(programme) \(number)") }
            let held: Data = row["policy"]
            try ledger.replay(
                record,
                try sources(of: programme, number, database),
                under: try ReleasePolicy(bytes: Array(held))
            )
        }
        return ledger
    }

    private static func sources(
        of programme: String,
        _ number: Int,
        _ database: Database
    ) throws -> [DetailedStatement] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT statement.* FROM release_source
                JOIN statement USING (programme, landlord, version)
                WHERE programme = ? AND number = ? ORDER BY landlord
                """,
            arguments: [programme, number]
        ).compactMap { try sent($0).detailed }
    }

    private static func insert(
        _ release: Release,
        _ manifest: ReleaseManifest,
        _ policy: ReleasePolicy,
        _ oldest: Int,
        _ programme: String,
        _ key: SigningKey,
        _ database: Database
    ) throws {
        let bytes = manifest.canonicalBytes
        try database.execute(
            sql: """
                INSERT INTO release
                    (programme, number, record, policy, oldest, manifest, signature)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                programme, release.number, Data(release.record.canonicalBytes),
                Data(policy.canonicalBytes), oldest, Data(bytes),
                Data(try key.sign(bytes, as: .hubRelease)),
            ]
        )
    }

    private static func insert(
        _ statements: [DetailedStatement],
        into release: Release,
        of programme: String,
        _ database: Database
    ) throws {
        for statement in statements {
            try database.execute(
                sql: """
                    INSERT INTO release_source (programme, number, landlord, version)
                    VALUES (?, ?, ?, ?)
                    """,
                arguments: [
                    programme, release.number, statement.headline.landlord.code,
                    statement.headline.version,
                ]
            )
        }
    }
}
