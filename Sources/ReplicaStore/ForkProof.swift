import Causality

/// Two different writes under one name: two stores wrote under one replica id.
struct ForkProof: Error {
    let dot: Dot

    /// Compares what two sides hold of one row.
    static func check(_ mine: RowClock, _ theirs: RowClock) throws(ForkProof) {
        for entry in theirs.entries {
            // A write keeps its time for ever, whatever later ones take from it.
            if let own = mine.entry(entry.dot), own.time != entry.time {
                throw ForkProof(dot: entry.dot)
            }
        }
    }
}

extension ReplicaError {
    init(_ proof: ForkProof) { self.init(forkOf: proof.dot.replica) }

    /// The refusal of what comes from a replica that lives twice.
    package init(forkOf replica: ReplicaID) {
        self.init(
            .forked,
            "replica \(replica.short) lives twice: its store was copied or put back; "
                + "sync the laptop that bears it, then sync here again"
        )
    }
}
