/// A kind of partner to which nobody is said to be sent, outside the landlord: it is « Autre » there.
package enum SensitivePartner: String, CaseIterable, Sendable {
    case ase = "ASE"
    case caarud = "CAARUD"
    case cidff = "CIDFF"
    case csapa = "CSAPA"
    case pension = "PENSION"
    case pjj = "PJJ"
    case prevention = "PREVENTION"
    case spip = "SPIP"

    /// The French label.
    package var libelle: String {
        switch self {
        case .ase: "Aide sociale à l’enfance (ASE)"
        case .caarud: "Réduction des risques (CAARUD)"
        case .cidff: "Droits des femmes et des familles (CIDFF)"
        case .csapa: "Soins en addictologie (CSAPA)"
        case .pension: "Pension de famille"
        case .pjj: "Protection judiciaire de la jeunesse (PJJ)"
        case .prevention: "Prévention spécialisée"
        case .spip: "Insertion et probation (SPIP)"
        }
    }
}
