import Causality
import Records

extension SealedBundle {
    /// What the body is.
    package enum Kind: UInt8, Sendable {
        /// A delta of one partition.
        case delta = 1
        /// A landlord's statement.
        case statement = 2
        /// A delta from nothing, which may take the place of all that it covers.
        case snapshot = 3
    }

    /// The last bundle of one replica that the sender has seen.
    package struct Head: Hashable, Sendable {
        package let replica: ReplicaID
        package let sequence: UInt64
        package let hash: Digest256

        package init(replica: ReplicaID, sequence: UInt64, hash: Digest256) {
            self.replica = replica
            self.sequence = sequence
            self.hash = hash
        }
    }

    /// A position in the landlord's membership log: how many entries, and the hash of the last.
    package struct LogHead: Hashable, Sendable {
        /// Where a log begins.
        package static let none = LogHead(sequence: 0, hash: .none)

        package let sequence: UInt64
        package let hash: Digest256

        package init(sequence: UInt64, hash: Digest256) {
            self.sequence = sequence
            self.hash = hash
        }
    }

    /// What the sender says of a bundle, besides its lengths and keys.
    package struct Fields: Hashable, Sendable {
        package var kind: Kind
        package var partition: PartitionID
        /// The device that signs.
        package var device: DeviceID
        /// The replica whose bundle it is.
        package var sender: ReplicaID
        /// Which of the replica's bundles this is: the first is 1.
        package var sequence: UInt64
        /// The hash of the replica's bundle before this one; none before the first.
        package var previous: Digest256
        package var base: VersionVector
        package var target: VersionVector
        /// The last bundle seen of each replica, in the order of the replicas.
        package var heads: [Head]
        package var membership: LogHead
        /// The last line of the device's audit log.
        package var audit: Digest256

        package init(
            kind: Kind,
            partition: PartitionID,
            device: DeviceID,
            sender: ReplicaID,
            sequence: UInt64,
            previous: Digest256,
            base: VersionVector,
            target: VersionVector,
            heads: [Head] = [],
            membership: LogHead = .none,
            audit: Digest256 = .none
        ) {
            self.kind = kind
            self.partition = partition
            self.device = device
            self.sender = sender
            self.sequence = sequence
            self.previous = previous
            self.base = base
            self.target = target
            self.heads = heads.sorted { $0.replica < $1.replica }
            self.membership = membership
            self.audit = audit
        }

        /// Whether the body is sealed: wherever persons appear.
        package var isSealed: Bool { partition.kind == .landlord }
    }
}
