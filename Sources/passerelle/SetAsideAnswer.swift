import Causality

/// What setting a replica aside means, or meant.
struct SetAsideAnswer: Report {
    let peer: PeerLine
    let isDone: Bool
    /// The deletions that no longer wait.
    let freed: Int
    /// Those that wait for others still.
    let pending: Int

    init(_ peer: PeerLine, isDone: Bool, freed: Int, pending: Int) {
        self.peer = peer
        self.isDone = isDone
        self.freed = freed
        self.pending = pending
    }

    var needsAttention: Bool { !isDone }

    var text: String {
        let name = peer.label.isEmpty ? peer.id.short : "\(peer.id.short) (\(peer.label))"
        guard isDone else {
            return """
                \(name) lacks \(peer.lacks) writes. Set aside, it keeps no deletion waiting.
                  Do so for a laptop that is lost or retired: what it wrote and never sent is not lost \
                by this, but what it still writes to a row that is gone must be decided in the inbox.
                  Nothing was changed: give --yes to do it.
                """
        }
        return "\(name) is set aside: \(freed) deletions were freed, \(pending) wait for others."
    }
}
