import Foundation
import GRDB
import HubWire
import Membership
import Sealing

extension LandlordMailbox {
    package func extend(_ log: [UInt8]) async throws -> Bool {
        switch try merged(log) {
        case .same, .behind: return false
        case .forked:
            try await commits.run { database in
                try database.execute(
                    sql: "INSERT OR IGNORE INTO fork (hash, log) VALUES (?, ?)",
                    arguments: [Data(ContentHash(of: log).bytes), Data(log)]
                )
            }
            throw HubRefusal(.forked)
        case .extended(let longer):
            try await commits.run { database in try Self.keep(longer, database) }
            learn(longer)
            return true
        }
    }

    private func merged(_ log: [UInt8]) throws -> MembershipMerge {
        do throws(MembershipFailure) {
            return try known.merge(log)
        } catch { throw HubRefusal(.refused, error.name) }
    }

    /// Keeps a log unless another came meanwhile that it does not extend, and forgets the keys that it
    /// has entered.
    private static func keep(_ log: MembershipLog, _ database: Database) throws {
        let stored = try Data.fetchOne(database, sql: "SELECT log FROM mailbox") ?? Data()
        guard try log.extends(Array(stored)) else { throw HubRefusal(.forked) }
        _ = try nextPosition(database)
        try database.execute(sql: "UPDATE mailbox SET log = ?", arguments: [Data(log.bytes)])
        let waiting = try Data.fetchAll(database, sql: "SELECT bytes FROM receive_keys")
        for bytes in waiting {
            guard let update = try? ReceiveKeyUpdate(Array(bytes)) else { continue }
            let member = log.roster.members[update.device]
            guard member.map({ !$0.isActive || $0.revision >= update.revision }) ?? true else {
                continue
            }
            try database.execute(
                sql: "DELETE FROM receive_keys WHERE device = ?",
                arguments: [Data(update.device.bytes)]
            )
        }
    }

    package func keep(_ update: ReceiveKeyUpdate) async throws {
        guard let member = roster.members[update.device], member.isActive else {
            throw HubRefusal(.refused, MembershipFailure.unknownDevice.name)
        }
        guard update.revision > member.revision else {
            throw HubRefusal(.refused, MembershipFailure.staleKeys.name)
        }
        try await commits.run { database in
            _ = try Self.nextPosition(database)
            try database.execute(
                sql: "INSERT OR REPLACE INTO receive_keys (device, bytes) VALUES (?, ?)",
                arguments: [Data(update.device.bytes), Data(update.bytes)]
            )
        }
    }

    package func update(of device: DeviceID) async throws -> [UInt8]? {
        try await queue.read { database in
            try Data.fetchOne(
                database,
                sql: "SELECT bytes FROM receive_keys WHERE device = ?",
                arguments: [Data(device.bytes)]
            )
        }
        .map(Array.init)
    }
}

extension MembershipLog {
    /// Whether the log begins with all of another one and has more.
    fileprivate func extends(_ other: [UInt8]) throws -> Bool {
        let entries = try MembershipLog(other).entries
        return entries.count < self.entries.count
            && zip(entries, self.entries).allSatisfy { $0.hash == $1.hash }
    }
}
