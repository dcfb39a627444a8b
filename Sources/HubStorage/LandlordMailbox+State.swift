import Causality
import Foundation
import GRDB
import HubWire
import Membership
import Records
import Sealing

/// What a mailbox tells of itself, whether it is sound, and a copy of it.
extension LandlordMailbox {
    package func state() async throws -> MailboxState {
        let code = code
        return try await queue.read { database in
            let sums = try Row.fetchOne(
                database,
                sql: "SELECT count(*) AS bundles, total(length(bytes)) AS bytes FROM bundle"
            )
            let headers = try Self.headers(database)
            return MailboxState(
                bundles: sums?["bundles"] ?? 0,
                bytes: Int(sums?["bytes"] ?? 0.0),
                lastDay: try Int.fetchOne(database, sql: "SELECT came_on FROM heard"),
                forks: try Int.fetchOne(database, sql: "SELECT count(*) FROM fork") ?? 0,
                code: code,
                missing: Self.missing(headers)
            )
        }
    }

    package func bundles() async throws -> [(hash: ContentHash, header: SealedBundle.Header)] {
        try await queue.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT hash, header FROM bundle WHERE is_region = 0 ORDER BY position"
            ).compactMap { row in
                let (name, header): (Data, Data) = (row["hash"], row["header"])
                guard let hash = ContentHash(bytes: name) else { return nil }
                return (hash, try SealedBundle.Header(Array(header)))
            }
        }
    }

    private static func headers(_ database: Database) throws -> [SealedBundle.Header] {
        try Data.fetchAll(
            database,
            sql: "SELECT header FROM bundle WHERE is_region = 0 ORDER BY position"
        ).map { try SealedBundle.Header(Array($0)) }
    }

    /// How many numbers stand open between the bundles of each replica that no snapshot covers.
    private static func missing(_ headers: [SealedBundle.Header]) -> Int {
        let told = headers.filter { $0.fields.kind == .snapshot }
        var floors: [ReplicaID: UInt64] = [:]
        for snapshot in told {
            let own = (snapshot.fields.sender, snapshot.fields.sequence)
            for (replica, sequence) in snapshot.fields.heads.map({ ($0.replica, $0.sequence) })
                + [own]
            {
                floors[replica] = max(floors[replica, default: 0], sequence)
            }
        }
        return Dictionary(grouping: headers, by: \.fields.sender).reduce(0) { sum, entry in
            let floor = floors[entry.key, default: 0]
            let above = Set(entry.value.map(\.fields.sequence).filter { $0 > floor })
            return sum + Int(clamping: (above.max() ?? floor) - floor) - above.count
        }
    }

    package func verify() async throws -> [String] {
        try await queue.read { database in
            var findings = try String.fetchAll(database, sql: "PRAGMA integrity_check")
                .filter { $0 != "ok" }
            let rows = try Row.fetchCursor(database, sql: "SELECT * FROM bundle ORDER BY position")
            while let row = try rows.next() {
                let (name, bytes): (Data, Data) = (row["hash"], row["bytes"])
                if !Self.isSound(bytes, name: name, header: row["header"]) {
                    findings.append("the bundle at position \(row["position"] as Int64) is damaged")
                }
            }
            let log = try Data.fetchOne(database, sql: "SELECT log FROM mailbox") ?? Data()
            if (try? MembershipLog(Array(log))) == nil { findings.append("the log is damaged") }
            return findings
        }
    }

    private static func isSound(_ bytes: Data, name: Data, header: Data) -> Bool {
        guard Data(ContentHash(of: bytes).bytes) == name,
            let bundle = try? SealedBundle(Array(bytes)), (try? bundle.checkBody()) != nil
        else { return false }
        return bytes.prefix(bundle.header.bodyStart) == header
    }

    package func copy(to path: String) async throws {
        try await HubCopy.make(of: queue.path, at: path)
    }
}
