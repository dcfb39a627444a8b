import GRDB
import HubWire
import Membership
import Records
import Sealing
import Seams
import Synchronization

/// One landlord's mailbox in one SQLite file: one connection, one writer, many writes a commit.
package final class LandlordMailbox: MailboxStorage {
    let queue: DatabaseQueue
    let commits: CommitGroup
    /// The random name of this life of the store.
    let epoch: String
    /// The listing with nothing new, until the next write.
    let idle = IdleListing()
    private let members: Mutex<MembershipLog>
    private let named: Mutex<String?>

    init(_ queue: DatabaseQueue, epoch: String, code: String?, _ log: MembershipLog) {
        self.queue = queue
        self.epoch = epoch
        let idle = idle
        commits = CommitGroup(queue) { idle.forget() }
        members = Mutex(log)
        named = Mutex(code)
    }

    package var roster: Roster { members.withLock { $0.roster } }

    package func log() -> [UInt8] { members.withLock { $0.bytes } }

    /// The short code under which the landlord sends its statements; nil until the operator gave one.
    package var code: String? { named.withLock { $0 } }

    package var administrator: AdministratorCard? { AdministratorCard(of: known) }

    /// Gives the landlord its code.
    func name(_ code: String) throws {
        try queue.write { database in
            try database.execute(sql: "UPDATE mailbox SET code = ?", arguments: [code])
        }
        named.withLock { $0 = code }
    }

    /// Draws another epoch, which counts from the next opening.
    func beginNewLife(_ entropy: any Entropy) throws {
        let epoch = entropy.bytes(16).hexadecimal
        try queue.write { database in
            try database.execute(sql: "UPDATE mailbox SET epoch = ?", arguments: [epoch])
        }
    }

    package func close() throws { try queue.close() }

    var known: MembershipLog { members.withLock { $0 } }

    /// Knows a log that was made to last; an older one changes nothing.
    func learn(_ log: MembershipLog) {
        members.withLock { known in
            if log.entries.count > known.entries.count { known = log }
        }
        idle.forget()
    }

    static func nextPosition(_ database: Database) throws -> UInt64 {
        let position = try Int64.fetchOne(
            database.cachedStatement(
                sql: "UPDATE mailbox SET position = position + 1 RETURNING position"
            )
        )
        return UInt64(position ?? 0)
    }
}
