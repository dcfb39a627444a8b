/// What kind of event it is.
package enum EventKind: String, CaseIterable, Sendable {
    case rdvEmploi = "rdv_emploi"
    case rallyeEmploi = "rallye_emploi"
    case atelier
    case visiteChantier = "visite_chantier"
    case jobDating = "job_dating"
    case permanence
    case infoCollective = "info_collective"

    /// The French label.
    package var libelle: String {
        switch self {
        case .rdvEmploi: "RDV de l’emploi"
        case .rallyeEmploi: "Rallye de l’emploi"
        case .atelier: "Atelier"
        case .visiteChantier: "Visite de chantier"
        case .jobDating: "Job dating"
        case .permanence: "Permanence"
        case .infoCollective: "Information collective"
        }
    }
}
