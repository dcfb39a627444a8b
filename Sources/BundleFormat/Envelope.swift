import Causality
import Crypto
import Records

/// A bundle as it travels, by file or by HTTP: a bounded header, a body, and the digest of both.
///
/// Format 0 is not sealed: who holds the bytes reads them. The digest shows an accident, not an
/// attack; signing and sealing come with format 1.
package struct Envelope: Hashable, Sendable {
    /// What the body is.
    package enum Kind: UInt8, Sendable {
        /// A delta of one partition.
        case delta = 1
        /// A landlord's statement.
        case statement = 2
    }

    package let kind: Kind
    package let partition: PartitionID
    package let sender: ReplicaID
    /// Which of the sender's bundles this is: the first is 1.
    package let sequence: UInt64
    package let base: VersionVector
    package let target: VersionVector
    package let body: [UInt8]

    package init(
        kind: Kind,
        partition: PartitionID,
        sender: ReplicaID,
        sequence: UInt64,
        base: VersionVector,
        target: VersionVector,
        body: [UInt8]
    ) {
        self.kind = kind
        self.partition = partition
        self.sender = sender
        self.sequence = sequence
        self.base = base
        self.target = target
        self.body = body
    }

    /// How many writes the bundle tells to somebody who knows its base.
    package var changes: UInt64 { target.writes(since: base) ?? .max }
}
