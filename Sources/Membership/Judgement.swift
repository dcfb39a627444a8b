import Sealing

/// What becomes of a bundle, as far as membership decides.
package enum Judgement: Hashable, Sendable {
    /// Goes on to the next check: its signature, by this key.
    case accepted(VerifyingKey)
    /// Refused whole.
    case refused(Refusal)
    /// Of a revoked device, which did not know, and beyond what is still accepted from it: kept whole
    /// for the administrator, once its signature is found to be of this key.
    case quarantined(VerifyingKey)

    package enum Refusal: String, Sendable {
        case otherLandlord = "other-landlord"
        /// The sender is no member.
        case unknownDevice = "unknown-device"
        /// The sender knew that it was revoked.
        case revoked = "revoked"
        /// The sender's log has another entry where ours has one.
        case forkedLog = "forked-log"
        /// The sender is unknown, and its log is longer than ours: to be tried again with it.
        case laterLog = "later-log"
    }
}
