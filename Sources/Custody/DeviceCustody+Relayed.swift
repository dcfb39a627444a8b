import Causality
import Membership
import ReplicaStore

/// What colleagues who did not know of a revocation merged, and relay.
extension DeviceCustody {
    /// The replicas of revoked devices, each with its last write that is accepted.
    ///
    /// An id that such a device took since, and under which nothing of it came here, is not known to
    /// be its own.
    func watched() throws -> [ReplicaID: UInt64] {
        var edges: [ReplicaID: UInt64] = [:]
        for member in try log().roster.members.values {
            guard let revocation = member.revocation else { continue }
            for replica in try replicas(of: member) {
                edges[replica] = revocation.frontier[replica]?.counter ?? 0
            }
        }
        return edges
    }

    /// The rows that show writes of revoked devices past what is accepted of them.
    package func relayed(into replica: Replica) throws -> [RelayedRow] {
        let replicas = Set(try watched().keys)
        return replicas.isEmpty ? [] : try replica.relayed(of: replicas)
    }

    /// The same of one device.
    package func relayed(of station: Station, into replica: Replica) throws -> [RelayedRow] {
        try replica.relayed(of: try revokedReplicas(of: station))
    }

    /// Writes anew, as the administrator's writes, what a revoked device changed through a colleague.
    ///
    /// - Returns: How many rows are as they were, and how many only a person can decide.
    package func reverseRelayed(
        of station: Station,
        in replica: Replica
    ) throws -> (reversed: Int, unclear: Int) {
        try requireAdministrator()
        let counts = try replica.reverseRelayed(of: try revokedReplicas(of: station))
        try ledger.audit(.reverse, station.description, at: now)
        return counts
    }

    /// Lets it stand; how many rows.
    package func keepRelayed(of station: Station, in replica: Replica) throws -> Int {
        try requireAdministrator()
        let count = try replica.keepRelayed(of: try revokedReplicas(of: station))
        try ledger.audit(.keep, station.description, at: now)
        return count
    }

    private func revokedReplicas(of station: Station) throws -> Set<ReplicaID> {
        let member = try member(at: station)
        guard !member.isActive else {
            throw CustodyError(.notFound, "\(station) was not revoked")
        }
        return try replicas(of: member)
    }

    /// The replicas of a revoked device: those that its revocation names, and those of its bundles that
    /// were kept apart.
    private func replicas(of member: Member) throws -> Set<ReplicaID> {
        let apart = try ledger.quarantined().filter { $0.device == member.device }.map(\.replica)
        return Set(apart).union(member.revocation?.frontier.keys.map { $0 } ?? [])
    }
}
