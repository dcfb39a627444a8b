/// How somebody left the follow-up.
package enum OutcomeKind: String, CaseIterable, Sendable {
    case durable = "emploi_durable"
    case transition = "emploi_transition"
    case positive = "sortie_positive"
    case other = "autre_sortie"

    /// The French label.
    package var libelle: String {
        switch self {
        case .durable: "emploi durable"
        case .transition: "emploi de transition"
        case .positive: "sortie positive"
        case .other: "autre sortie"
        }
    }
}
