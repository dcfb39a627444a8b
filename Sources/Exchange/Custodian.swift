import BundleFormat

/// Who turns what a replica says into a bundle for the road, and back.
package protocol Custodian {
    /// Opens a bundle, once it has decided that its sender may be heard.
    func open(_ bytes: [UInt8]) throws -> Opening

    /// Notes that the bundle opened last was taken into the store, or was known there.
    func noteTaken(_ envelope: Envelope) throws

    /// The bundle as it travels.
    func seal(_ envelope: Envelope) throws -> [UInt8]
}

/// What a custodian answers to a bundle.
package enum Opening: Hashable, Sendable {
    case opened(Envelope)
    /// Refused, by name; nothing changed.
    case refused(code: String, message: String)
    /// Kept apart, whole and unopened, until the administrator decides.
    case quarantined
}
