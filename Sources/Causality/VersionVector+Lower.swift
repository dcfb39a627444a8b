extension VersionVector {
    /// The vector of somebody who has seen of `replica` at most its first `counter` writes.
    package func lowered(_ replica: ReplicaID, to counter: UInt64) -> VersionVector {
        let others = entries.filter { $0.replica != replica }
        var lowered = VersionVector(
            Dictionary(others.map { ($0.replica, $0.counter) }, uniquingKeysWith: max)
        )
        lowered.include(Dot(replica, min(counter, self[replica])))
        return lowered
    }
}
