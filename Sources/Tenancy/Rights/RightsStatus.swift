/// What became of a request.
package enum RightsStatus: String, CaseIterable, Sendable {
    case open = "ouverte"
    case done = "traitee"
    case refused = "refusee"
    /// The person took it back.
    case lifted = "levee"

    /// The French label.
    package var libelle: String {
        switch self {
        case .open: "ouverte"
        case .done: "traitée"
        case .refused: "refusée"
        case .lifted: "levée"
        }
    }
}
