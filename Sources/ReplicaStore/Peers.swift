import BundleFormat
import Causality
import Foundation
import GRDB

/// What the other replicas are known to have seen, and which of them count.
///
/// A deletion is freed once every replica that counts has seen it. (The matrix of Wuu and Bernstein,
/// "Efficient Solutions to the Replicated Log and Dictionary Problems", 1984.)
struct Peers {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// What each other replica has said, or is said, to have seen.
    func all() throws -> [Peer] {
        let rows = try Row.fetchAll(
            database,
            kept: "SELECT replica, vector, heard_at, is_aside FROM passerelle_peer ORDER BY replica"
        )
        return try rows.map { row in
            guard let replica = ReplicaID(bytes: row["replica"] as Data) else {
                throw ReplicaError(.damaged, "a peer of the store has no name: restore a backup")
            }
            var reader = ByteReader([UInt8](row["vector"] as Data))
            return Peer(
                replica: replica,
                vector: try reader.vector(limit: .max),
                heardAt: UInt64(clamping: row["heard_at"] as Int64),
                isAside: row["is_aside"]
            )
        }
    }

    /// Notes what replicas have seen, where all of it has been seen here too; whether that was news.
    ///
    /// What has not been seen here may bring back a row that would be freed meanwhile; the replica is
    /// heard of again soon enough. One that was set aside counts again once it has caught up.
    @discardableResult
    func note(_ acknowledged: [DeltaHeader.Acknowledgement]) throws -> Bool {
        let changed = try changes(acknowledged)
        for peer in changed { try write(peer.replica, peer.vector, isAside: peer.isAside) }
        return !changed.isEmpty
    }

    /// What the acknowledgements would change.
    func changes(_ acknowledged: [DeltaHeader.Acknowledgement]) throws -> [Peer] {
        var peers = Dictionary(try all().map { ($0.replica, $0) }) { first, _ in first }
        var changed: Set<ReplicaID> = []
        for said in acknowledged
        where said.replica != context.own && context.progress.vector.covers(said.vector) {
            let known = peers[said.replica]
            let seen = known?.vector.union(said.vector) ?? said.vector
            // An old vector told again is no sign of life.
            let isBack = seen != known?.vector && seen.covers(context.progress.vector)
            let isAside = known?.isAside == true && !isBack
            guard known == nil || seen != known?.vector || isAside != known?.isAside else {
                continue
            }
            peers[said.replica] = Peer(
                replica: said.replica,
                vector: seen,
                heardAt: context.now,
                isAside: isAside
            )
            changed.insert(said.replica)
        }
        return changed.sorted().compactMap { peers[$0] }
    }

    /// Counts replicas before anything was heard of them.
    func expect(_ replicas: [ReplicaID]) throws {
        let known = Set(try all().map(\.replica))
        for replica in Set(replicas).subtracting(known).sorted() where replica != context.own {
            try write(replica, VersionVector(), isAside: false)
        }
    }

    /// Sets a replica aside: deletions are freed without it.
    func setAside(_ replica: ReplicaID) throws {
        let known = try all().first { $0.replica == replica }
        try write(replica, known?.vector ?? VersionVector(), isAside: true)
    }

    /// What every replica that counts has seen; nothing where one of them never said.
    func stable() throws -> VersionVector {
        let peers = try all()
        let silent = context.progress.vector.entries.contains { entry in
            entry.replica != context.own && !peers.contains { $0.replica == entry.replica }
        }
        if silent { return VersionVector() }
        return peers.filter { !$0.isAside }
            .reduce(context.progress.vector) { $0.intersection($1.vector) }
    }

    private func write(_ replica: ReplicaID, _ vector: VersionVector, isAside: Bool) throws {
        try database.execute(
            kept: """
                INSERT INTO passerelle_peer (replica, vector, heard_at, is_aside)
                VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT (replica) DO UPDATE SET vector = excluded.vector,
                    heard_at = excluded.heard_at, is_aside = excluded.is_aside
                """,
            arguments: [
                replica.bytes.data, ByteWriter.bytes(of: vector).data,
                Int64(clamping: context.now), isAside,
            ]
        )
    }
}
