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
}
