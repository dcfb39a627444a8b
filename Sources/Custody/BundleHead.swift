import Causality
import Sealing

/// The last bundle of a replica that was opened or sent here.
package struct BundleHead: Hashable, Sendable {
    package let replica: ReplicaID
    package let device: DeviceID
    package let sequence: UInt64
    package let hash: Digest256
    /// When it was opened or sent, by the clock here: milliseconds since 1970.
    package let seenAt: UInt64
}
