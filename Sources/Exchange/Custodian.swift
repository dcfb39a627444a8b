import BundleFormat

/// Who turns what a replica says into a bundle for the road, and back.
package protocol Custodian {
    /// Opens a bundle, once it has decided that its sender may be heard.
    func open(_ bytes: [UInt8]) throws -> Opening

    /// Notes that the bundle opened last was taken into the store, or was known there.
    func noteTaken(_ envelope: Envelope) throws

    /// The bundle as it travels.
    func seal(_ envelope: Envelope) throws -> [UInt8]

    /// Whether a bundle that tells nothing new here is still the first of its sender to be noticed.
    func isNews(_ label: BundleLabel) -> Bool

    /// Notices such a bundle, unopened: who carried it, and what they have seen.
    func notice(_ bytes: [UInt8]) throws

    /// The digest of what a bundle of our own says, where it is known from when it was made.
    func digest(of label: BundleLabel) -> [UInt8]?

    /// Notes a bundle that was applied whole, byte for byte.
    func noteApplied(_ label: BundleLabel)

    /// Whether what a bundle says of its sender counts, as far as its label tells.
    func hears(_ label: BundleLabel) -> Bool

    /// Whether a bundle that was opened, and waited, may still be applied.
    func stillHears(_ envelope: Envelope) throws -> Bool

    /// Whether everybody who belongs can open a bundle: then what it tells need not be said again.
    func reachesEverybody(_ label: BundleLabel) -> Bool
}

extension Custodian {
    package func isNews(_ label: BundleLabel) -> Bool { false }
    package func notice(_ bytes: [UInt8]) throws {}
    package func digest(of label: BundleLabel) -> [UInt8]? { nil }
    package func noteApplied(_ label: BundleLabel) {}
}

/// What a custodian answers to a bundle.
package enum Opening: Hashable, Sendable {
    case opened(Envelope)
    /// Refused, by name; nothing changed.
    case refused(code: String, message: String)
    /// Kept apart, whole and unopened, until the administrator decides.
    case quarantined
}
