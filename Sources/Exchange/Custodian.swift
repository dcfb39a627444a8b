import BundleFormat

/// Who turns what a replica says into a bundle for the road, and back.
package protocol Custodian {
    /// Opens a bundle, once it has decided that its sender may be heard.
    func open(_ bytes: [UInt8]) throws -> Opening

    /// The bundle as it travels.
    func seal(_ envelope: Envelope) throws -> [UInt8]

    /// Whether what a bundle says of its sender counts, as far as its label tells.
    func hears(_ label: BundleLabel) -> Bool

    /// Whether a bundle that was opened, and waited, may still be applied.
    func stillHears(_ envelope: Envelope) throws -> Bool

    /// Whether everybody who belongs can open a bundle: then what it tells need not be said again.
    func reachesEverybody(_ label: BundleLabel) -> Bool
}

/// What a custodian answers to a bundle.
package enum Opening: Hashable, Sendable {
    case opened(Envelope)
    /// Refused, by name; nothing changed.
    case refused(code: String, message: String)
    /// Kept apart, whole and unopened, until the administrator decides.
    case quarantined
}
