import Causality
import Crypto
import Foundation
import GRDB
import Seams

extension Replica {
    /// The ids that this store had before, oldest first.
    ///
    /// A store that was copied, put back or restored takes a new id before its first write: two
    /// stores under one id would give the same name to different writes.
    public var identityHistory: [IdentityFormer] {
        get throws {
            try mapped { try queue.inDatabase { try IdentityHistory($0).all() } }
        }
    }

    /// Finds out, at opening, whether the store is still itself, and gives it a new id if not.
    func settleIdentity(isNew: Bool) throws {
        switch try mapped({ try queue.inDatabase { try witness($0, isNew) } }).verdict {
        case .same(let token, let marker):
            queue.inDatabase { _ in context.incarnation.resume(token, marker) }
        case .unmarked:
            try transaction(.applying) { _ in }
        case .another(let reason):
            try transaction(.applying) { database in
                try IdentityChange(database, context).run(reason)
                try database.execute(
                    kept: "DELETE FROM passerelle_mark WHERE name = ?",
                    arguments: [Self.restoredMark]
                )
            }
        }
    }

    /// The mark that a restored store bears until it has its new id.
    static let restoredMark = "needs-new-identity"

    private func witness(_ database: Database, _ isNew: Bool) throws -> IdentityWitness {
        let row = try Row.fetchOne(
            database,
            kept: "SELECT token, fingerprint FROM passerelle_incarnation"
        )
        let isMarked = try Bool.fetchOne(
            database,
            kept: "SELECT EXISTS (SELECT 1 FROM passerelle_mark WHERE name = ?)",
            arguments: [Self.restoredMark]
        )
        return IdentityWitness(
            memory: row.map {
                IdentityWitness.Memory(
                    token: [UInt8]($0["token"] as Data),
                    fingerprint: ($0["fingerprint"] as Data?).map { [UInt8]($0) }
                )
            },
            // What lies beside a store that was just made is of an earlier one.
            marker: isNew ? nil : try marker(),
            fingerprint: try Self.fingerprint(path, context.environment.volume),
            wasRestored: isMarked ?? false,
            own: context.own,
            counter: context.progress.counter
        )
    }

    private func marker() throws(DiskFailure) -> IncarnationMarker? {
        let volume = context.environment.volume
        guard !volume.isAbsent(folder + "/" + Incarnation.fileName) else { return nil }
        // A file that cannot be read this time says nothing; one that is not whole names no token.
        let bytes = try volume.disk(at: folder)
            .read(Incarnation.fileName, from: 0, count: IncarnationMarker.maximumBytes)
        return IncarnationMarker(bytes)
            ?? IncarnationMarker(replica: context.own, counter: 0, tokens: [])
    }

    /// The fingerprint as it is kept: hashed, since the name of a machine is nobody's business.
    static func fingerprint(
        _ path: String,
        _ volume: any Volume
    ) throws(DiskFailure) -> [UInt8]? {
        guard let text = try volume.fingerprint(of: path) else { return nil }
        return Array(SHA256.hash(data: Data("passerelle \(text)".utf8)))
    }

    /// Takes a new id because the others know another life of this replica, and gives what this
    /// store wrote past the common part new names.
    ///
    /// The common part ends with the last write that is proved to be the same for everybody; nil for
    /// the last that somebody is known to have seen.
    package func startNewLife(common: UInt64? = nil) throws {
        try transaction(.applying) { database in
            let floor = try common ?? ForkLedger(database, context).acknowledged()
            try IdentityChange(database, context).run(.forked, floor: floor)
        }
    }

    /// Restates writes of another life of this replica that came in, where it must; see
    /// ``ForkLedger/restate()``.
    package func restateForkedWrites() throws {
        guard try identityHistory.contains(where: \.isAmbiguous) else { return }
        try transaction(.applying) { try ForkLedger($0, context).restate() }
    }
}
