import Causality
import Custody
import ReplicaStore
import Tenancy

/// How fresh all this is: when each laptop was heard, and what it is not known to have seen.
struct ExchangeState {
    struct Peer {
        let label: String
        let agent: String
        /// When it was last heard, in milliseconds since 1970; nil where it never was.
        let heardAt: UInt64?
        /// How many of the writes of this laptop it is not known to have seen.
        let lacks: UInt64
    }

    let peers: [Peer]
    /// How many writes of this laptop were left on no road yet.
    let unsent: UInt64

    init(_ store: LandlordStore, _ environment: ReplicaEnvironment) throws {
        let replica = store.replica
        let own = replica.id
        let formers = try replica.identityHistory.map(\.replica)
        let written = replica.versionVector[own]
        let heads = try CustodyRecord(in: replica.folder, environment)?.heads ?? []
        let known = try replica.peers().filter { !formers.contains($0.replica) && !$0.isAside }
        peers = try known.map { peer in
            let label = try store.replicaLabel(peer.replica)
            let seen = heads.first { $0.replica == peer.replica }?.seenAt
            return Peer(
                label: label?.label ?? peer.replica.short,
                agent: label?.agent ?? "",
                heardAt: [seen, peer.vector.isEmpty ? nil : peer.heardAt].compactMap(\.self).max(),
                lacks: written - min(written, peer.vector[own])
            )
        }
        unsent = written - min(written, try replica.sentBundles(of: own).told)
    }
}
