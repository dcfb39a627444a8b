import Causality
import ReplicaStore
import Tenancy

/// One other replica, as a command answers it.
struct PeerLine: Encodable {
    let id: ReplicaID
    let replica: String
    let label: String
    let agent: String
    /// The day on which it was last heard of, by the clock here; left out where it never was.
    let heardOn: String?
    /// How many of the writes that are known here it is not known to have seen.
    let lacks: UInt64
    let isAside: Bool
    /// Whether this store bore the name before.
    let isFormer: Bool

    private enum CodingKeys: String, CodingKey {
        case replica, label, agent, heardOn, lacks, isAside, isFormer
    }

    init(
        _ id: ReplicaID,
        _ peer: Peer?,
        lacks: UInt64,
        isFormer: Bool,
        device: (label: String, agent: String)?
    ) {
        self.id = id
        replica = id.description
        label = device?.label ?? ""
        agent = device?.agent ?? ""
        heardOn = peer.flatMap { peer in
            peer.vector.isEmpty ? nil : FrenchTime.day(of: peer.heardAt)?.isoText
        }
        self.lacks = lacks
        isAside = peer?.isAside ?? false
        self.isFormer = isFormer
    }

    /// « 4f39c470  last heard of on 2026-11-23, lacks 12 writes  tablette hall ».
    var text: String {
        let place = isAside ? "  (set aside)" : isFormer ? "  (a former name of this one)" : ""
        return "  \(id.short)  \(heard), \(lag)  \(label)  \(agent)\(place)"
    }

    private var heard: String { heardOn.map { "last heard of on \($0)" } ?? "never heard of" }

    private var lag: String { lacks == 0 ? "lacks nothing" : "lacks \(lacks) writes" }
}
