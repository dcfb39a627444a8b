/// What a partner answered to an orientation.
package enum ReferralStatus: String, CaseIterable, Sendable {
    case open = "ouverte"
    case accepted = "acceptee"
    case refused = "refusee"
    case expired = "expiree"

    /// The French label.
    package var libelle: String {
        switch self {
        case .open: "ouverte"
        case .accepted: "acceptée"
        case .refused: "refusée"
        case .expired: "expirée"
        }
    }
}
