import Causality

/// What a delta says of itself before its rows.
package struct DeltaHeader: Hashable, Sendable {
    /// What the sender knows another replica to have seen.
    package struct Acknowledgement: Hashable, Sendable {
        package let replica: ReplicaID
        package let vector: VersionVector

        package init(replica: ReplicaID, vector: VersionVector) {
            self.replica = replica
            self.vector = vector
        }
    }

    /// What a replica must know before the delta may be applied.
    package var base: VersionVector
    /// What it knows afterwards.
    package var target: VersionVector
    /// Whether the sender holds no row but those of the delta; only with an empty base.
    package var isSnapshot: Bool
    /// The sender's digest of its rows at `target`: 16 bytes, none in a delta of format 0.
    package var digest: [UInt8]
    /// The digest of its erased rows: 16 bytes, none in a delta of format 0.
    package var erasures: [UInt8]
    /// What some replicas are known to have seen, in the order of the replicas.
    package var acknowledged: [Acknowledgement]
    /// The deletions that the sender has freed; told by a snapshot only.
    package var freed: VersionVector

    package static let digestLength = 16

    package init(
        base: VersionVector,
        target: VersionVector,
        isSnapshot: Bool = false,
        digest: [UInt8] = [UInt8](repeating: 0, count: digestLength),
        erasures: [UInt8] = [UInt8](repeating: 0, count: digestLength),
        acknowledged: [Acknowledgement] = [],
        freed: VersionVector = VersionVector()
    ) {
        self.base = base
        self.target = target
        self.isSnapshot = isSnapshot
        self.digest = digest
        self.erasures = erasures
        self.acknowledged = acknowledged
        self.freed = freed
    }
}
