import Causality

/// The replicas that a delta names, once each; elsewhere in it their place here stands for them.
struct ReplicaTable: Hashable, Sendable {
    /// The replicas, ascending.
    let replicas: [ReplicaID]
    /// The counter of each in the target, 0 for none.
    let targets: [UInt64]
    /// The counter of each in the base, 0 for none.
    let bases: [UInt64]

    init(_ replicas: [ReplicaID], base: VersionVector, target: VersionVector) {
        self.replicas = replicas
        targets = replicas.map { target[$0] }
        bases = replicas.map { base[$0] }
    }

    /// The place of a write's replica, nil where the target does not cover the write.
    func place(of dot: Dot) -> Int? {
        var lower = 0
        var upper = replicas.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if replicas[middle] < dot.replica { lower = middle + 1 } else { upper = middle }
        }
        guard lower < replicas.count, replicas[lower] == dot.replica, dot.counter > 0,
            dot.counter <= targets[lower]
        else { return nil }
        return lower
    }

    /// The write of that name, where the target covers it.
    func dot(_ place: UInt64, _ counter: UInt64) throws(FormatFailure) -> Dot {
        guard place < UInt64(replicas.count), counter > 0 else { throw .notCanonical("a dot") }
        guard counter <= targets[Int(place)] else { throw .notCanonical("a dot past the target") }
        return Dot(replicas[Int(place)], counter)
    }
}
