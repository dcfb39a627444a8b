/// What a simulated disk does wrong once its countdown has run out.
package enum DiskFault: CaseIterable, Sendable {
    /// The machine stops in the middle of what it does.
    case stop
    /// No room is left until somebody makes some.
    case full
    /// One operation fails.
    case failsOnce
    /// Every operation fails until the disk is mended.
    case fails
    /// One write stores its first half and says that no room was left.
    case storesHalf

    /// Whether only a write can meet the fault.
    var needsWrite: Bool { self == .full || self == .storesHalf }

    /// Whether the fault stays until the disk is mended.
    var lasts: Bool { self == .stop || self == .full || self == .fails }
}
