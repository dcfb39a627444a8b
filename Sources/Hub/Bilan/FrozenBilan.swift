import HubWire
import Statistics

/// A bilan as it was on the day that it was frozen: the bytes of each form, kept for ever.
package struct FrozenBilan: Sendable, Hashable {
    package let programme: String
    package let day: UTCDay
    /// The day on which it was frozen.
    package let frozenOn: UTCDay
    /// The SHA-256 of its JSON form, in hexadecimal.
    package let sha256: String
}
