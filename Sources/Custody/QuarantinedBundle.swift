import Causality
import Membership
import Sealing

/// A bundle of a revoked device, kept whole and unopened.
package struct QuarantinedBundle: Hashable, Sendable {
    /// Its name: the hash of its signed header.
    package let hash: Digest256
    package let device: DeviceID
    package let replica: ReplicaID
    package let sequence: UInt64
    /// When it was met, by the clock here: milliseconds since 1970.
    package let noticedAt: UInt64
    package let isAccepted: Bool
}
