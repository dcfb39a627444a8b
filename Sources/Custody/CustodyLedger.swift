import Causality
import Foundation
import GRDB
import Membership
import Records
import ReplicaStore
import Sealing

/// What a device keeps about membership and bundles, in a file beside its store.
///
/// Nothing here is of a person: keys, hashes, numbers, and bundles that nobody opened.
final class CustodyLedger: Sendable {
    static let fileName = "custody.sqlite"

    private let path: String
    private let queue: DatabaseQueue

    init(in folder: String) throws {
        var configuration = Configuration()
        configuration.label = "custody"
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        let path = folder + "/" + Self.fileName
        self.path = path
        queue = try ReplicaError.mapped(at: path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try Self.migrator.migrate(queue)
            return queue
        }
    }

    func close() throws { try queue.close() }

    func read<T>(_ body: (Database) throws -> T) throws -> T {
        try ReplicaError.mapped(at: path) { try queue.read(body) }
    }

    func write<T>(_ body: (Database) throws -> T) throws -> T {
        try ReplicaError.mapped(at: path) { try queue.write(body) }
    }

    // MARK: The log

    func log() throws -> MembershipLog? {
        try read { database in
            let row = try Row.fetchOne(database, sql: "SELECT log, other FROM membership")
            guard let row else { return nil }
            let log = try CustodyError.naming { try MembershipLog([UInt8](row["log"] as Data)) }
            guard let other = row["other"] as Data? else { return log }
            let merged = try CustodyError.naming { try log.merge([UInt8](other)) }
            guard case .forked(let fork) = merged else { return log }
            return log.frozen(by: fork)
        }
    }

    func save(_ log: MembershipLog) throws {
        try write { try Self.save(log, $0) }
    }

    /// Keeps a log with all that the deed that made it leaves here, or nothing of it.
    func save(_ log: MembershipLog, after deed: MembershipDeed, at now: UInt64) throws {
        try write { database in
            try Self.save(log, database)
            if let invitation = deed.invitation { try Self.use(invitation, database) }
            try Self.audit(deed.name, deed.subject, at: now, database)
        }
    }

    private static func save(_ log: MembershipLog, _ database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO membership (id, log) VALUES (1, ?)",
            arguments: [Data(log.bytes)]
        )
    }

    /// Keeps the other side of a fork beside our log, and notes at which number they part.
    func noteFork(_ other: [UInt8], from sequence: UInt64, at now: UInt64) throws {
        try write { database in
            try database.execute(sql: "UPDATE membership SET other = ?", arguments: [Data(other)])
            try Self.audit(.fork, "\(sequence)", at: now, database)
        }
    }

    // MARK: Invitations

    func usedInvitations() throws -> Set<RecordID> {
        try read { database in
            Set(
                try Data.fetchAll(database, sql: "SELECT id FROM invitation")
                    .compactMap { RecordID(bytes: $0) }
            )
        }
    }

    private static func use(_ invitation: RecordID, _ database: Database) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO invitation (id) VALUES (?)",
            arguments: [Data(invitation.bytes)]
        )
    }
}
