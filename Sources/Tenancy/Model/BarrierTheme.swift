/// What stands between somebody and a job (« frein »).
package enum BarrierTheme: String, CaseIterable, Sendable {
    case housing = "logement"
    case employment = "emploi"
    case training = "formation"
    case administrative = "difficultes_administratives"
    case financial = "difficultes_financieres"
    case mobility = "mobilite"
    case health = "sante"
    case family = "contraintes_familiales"
    case language = "maitrise_de_la_langue"
    case digital = "numerique"

    /// The French label.
    package var libelle: String {
        switch self {
        case .housing: "logement"
        case .employment: "emploi"
        case .training: "formation"
        case .administrative: "difficultés administratives"
        case .financial: "difficultés financières"
        case .mobility: "mobilité"
        case .health: "santé"
        case .family: "contraintes familiales"
        case .language: "maîtrise de la langue"
        case .digital: "numérique"
        }
    }
}
