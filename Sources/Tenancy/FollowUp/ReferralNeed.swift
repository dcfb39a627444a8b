/// The needs that agents choose from when they send somebody to a partner.
package enum ReferralNeed: String, CaseIterable, Sendable {
    case employment = "emploi"
    case training = "formation"
    case rights = "droits"
    case housing = "logement"
    case mobility = "mobilite"
    case digital = "numerique"
    case family = "famille"
    case health = "sante"
    case other = "autre"
}
