import Causality

/// The replicas of revoked devices, and how far their writes are accepted.
struct Watch {
    /// By replica: the number of its last write that is accepted.
    let edges: [ReplicaID: UInt64]

    /// Whether a write is past what is accepted of its replica.
    func contains(_ dot: Dot) -> Bool {
        edges[dot.replica].map { dot.counter > $0 } ?? false
    }

    func only(_ replicas: Set<ReplicaID>) -> Watch {
        Watch(edges: edges.filter { replicas.contains($0.key) })
    }
}
