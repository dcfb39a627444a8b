import Causality
import ReplicaStore
import Tenancy

/// The other replicas of the partition, as this one knows them.
struct PeersAnswer: Report {
    let peers: [PeerLine]
    /// Deleted rows that are kept until every replica that counts has seen their deletion.
    let pendingDeletions: Int

    init(_ store: LandlordStore) throws {
        let replica = store.replica
        let known = Dictionary(
            try replica.peers().map { ($0.replica, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let formers = Set(try replica.identityHistory.map(\.replica))
        let vector = replica.versionVector
        // A replica that wrote and never said what it has seen keeps deletions waiting too.
        peers = try Set(known.keys).union(vector.entries.map(\.replica)).subtracting([replica.id])
            .sorted()
            .map { id in
                PeerLine(
                    id,
                    known[id],
                    lacks: vector.writes(since: known[id]?.vector ?? VersionVector()) ?? .max,
                    isFormer: formers.contains(id),
                    device: try store.replicaLabel(id)
                )
            }
        pendingDeletions = try replica.pendingDeletions()
    }

    var text: String {
        let title = "\(peers.count) other replicas, \(pendingDeletions) deletions kept for them."
        return ([title] + peers.map(\.text)).joined(separator: "\n")
    }

    /// The one replica whose name begins so.
    func peer(beginning text: String) throws -> PeerLine {
        let digits = text.filter { $0 != "-" }.lowercased()
        guard (4...32).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit })
        else {
            throw TenancyError(
                .badValue,
                "‘\(text.prefix(40))’ is no replica: give at least 4 of its hexadecimal digits"
            )
        }
        let found = peers.filter { $0.replica.hasPrefix(digits) }
        guard let peer = found.first else {
            throw TenancyError(
                .notFound,
                "no other replica has a name that begins \(digits): see ‘replica peers’"
            )
        }
        guard found.count == 1 else {
            throw TenancyError(
                .ambiguous,
                "more than one replica has a name that begins \(digits): give more digits"
            )
        }
        return peer
    }
}
