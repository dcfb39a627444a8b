import Causality

/// What one replica sends of one row to somebody who has seen its base: the clock and, of the
/// versions that the base does not cover, the values.
struct Delta {
    let sender: ReplicaModel
    let base: VersionVector

    init(of sender: ReplicaModel, since base: ReplicaModel) {
        self.sender = sender
        self.base = base.context
    }

    /// What the receiver holds afterwards where the row has no news since the base: it is left out.
    func receivedWithoutRow(by receiver: ReplicaModel) -> ReplicaModel {
        ReplicaModel(clock: receiver.clock, context: receiver.context.union(sender.context))
    }

    /// Whether every version of the joined clock is held by the receiver or came with its value.
    func bringsEveryValue(of joined: ReplicaModel, to receiver: ReplicaModel) -> Bool {
        joined.clock.entries.allSatisfy { entry in
            let held = receiver.clock.entry(entry.dot)?.fields ?? []
            let sent = base.covers(entry.dot) ? [] : sender.clock.entry(entry.dot)?.fields ?? []
            return entry.fields.content.isSubset(of: held.union(sent))
        }
    }
}
