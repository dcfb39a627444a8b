/// The institutions that may know somebody; whether one counts as an institution of employment.
package enum Institution: String, CaseIterable, Sendable {
    case ft = "FT"
    case ml = "ML"
    case capEmploi = "CAP_EMPLOI"
    case plie = "PLIE"
    case dept = "DEPT"
    case odc = "ODC"
    case siae = "SIAE"
    case caf = "CAF"
    case ccas = "CCAS"
    case msa = "MSA"

    /// The French label.
    package var libelle: String {
        switch self {
        case .ft: "France Travail"
        case .ml: "Mission locale"
        case .capEmploi: "Cap emploi"
        case .plie: "PLIE"
        case .dept: "Département (référent RSA)"
        case .odc: "Organisme délégataire RSA"
        case .siae: "Structure d’insertion (SIAE)"
        case .caf: "CAF"
        case .ccas: "CCAS"
        case .msa: "MSA"
        }
    }
}

extension Institution {
    /// Whether being known to it counts as being known to an institution of employment.
    ///
    /// CAF, CCAS and MSA are shown and not counted.
    package var isOfEmployment: Bool {
        switch self {
        case .ft, .ml, .capEmploi, .plie, .dept, .odc, .siae: true
        case .caf, .ccas, .msa: false
        }
    }
}
