import BundleFormat
import Causality
import GRDB

extension Replica {
    /// What the other replicas are known to have seen.
    public func peers() throws -> [Peer] {
        try mapped { try queue.inDatabase { try Peers($0, context).all() } }
    }

    /// Counts replicas before anything was heard of them: from now on no deletion is freed until each
    /// has seen it, or was set aside.
    ///
    /// Name them as soon as they are known to take part. What is written by a replica that nobody
    /// expected, to a row that was deleted and freed meanwhile, is kept as a new row or rescued into the
    /// inbox; it is never lost, but the rule of the collection for deletions cannot be applied to it.
    ///
    /// - Parameter replicas: Their names; those known already, and this one's own, change nothing.
    /// - Throws: ``ReplicaError`` where the store fails.
    /// - Complexity: O(replicas).
    public func expect(_ replicas: [ReplicaID]) throws {
        try transaction(.applying) { try Peers($0, context).expect(replicas) }
    }

    /// Sets a replica aside: its laptop is lost, or retired, and deletions no longer wait for it.
    ///
    /// Should it come back, it counts again once it has caught up; what it wrote meanwhile to rows
    /// that are gone is listed in the inbox as rescued, neither dropped nor resurrected.
    public func setAside(_ replica: ReplicaID) throws {
        guard replica != id else {
            throw ReplicaError(.notFound, "a replica does not set itself aside: name another")
        }
        try transaction(.applying) { database in
            try Peers(database, context).setAside(replica)
            try Graves(database, context).free()
        }
    }

    /// Notes what replicas said that they have seen, such as in the headers of their bundles.
    package func note(_ acknowledged: [DeltaHeader.Acknowledgement]) throws {
        let isNews = try mapped {
            try queue.inDatabase { try !Peers($0, context).changes(acknowledged).isEmpty }
        }
        guard isNews else { return }
        try transaction(.applying) { database in
            try Peers(database, context).note(acknowledged)
            try Graves(database, context).free()
        }
    }

    /// What whoever holds no row that was freed here has seen; empty where none was.
    package var freed: VersionVector {
        queue.inDatabase { _ in context.progress.purged }
    }

    /// How many deleted rows are kept until every replica that counts has seen their deletion.
    public func pendingDeletions() throws -> Int {
        try read { database in
            try Int.fetchOne(database, kept: "SELECT count(*) FROM passerelle_grave") ?? 0
        }
    }
}
