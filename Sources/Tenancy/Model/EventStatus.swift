/// How far an event has come.
package enum EventStatus: String, CaseIterable, Sendable {
    case draft = "brouillon"
    case open = "ouvert"
    case full = "complet"
    case closed = "clos"
    case cancelled = "annule"

    /// The French label.
    package var libelle: String {
        switch self {
        case .draft: "brouillon"
        case .open: "ouvert"
        case .full: "complet"
        case .closed: "clos"
        case .cancelled: "annulé"
        }
    }
}
