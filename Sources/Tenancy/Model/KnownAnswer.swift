/// Whether somebody said which institutions know them: « aucune » is an answer, silence is none.
package enum KnownAnswer: String, CaseIterable, Sendable {
    case yes = "oui"
    case none = "aucune"
    case notStated = "non_renseigne"

    /// The French label.
    package var libelle: String {
        switch self {
        case .yes: "oui"
        case .none: "aucune"
        case .notStated: "non renseigné"
        }
    }
}
