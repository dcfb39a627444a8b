import HubWire
import Sealing

/// A statement that a landlord's device signed, as it is kept.
package struct KeptStatement: Hashable, Sendable {
    package let hash: ContentHash
    /// The UTC day on which it came.
    package let day: Int
    /// The short code of the landlord, as its device wrote it.
    package let landlord: String
    /// The statement itself, without its envelope.
    package let body: [UInt8]
}
