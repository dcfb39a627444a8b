/// What somebody is offered.
package enum OpportunityKind: String, CaseIterable, Sendable {
    case job = "offre"
    case internship = "stage"
    case immersion
    case training = "formation"
    case clause

    /// The French label.
    package var libelle: String {
        switch self {
        case .job: "offre d’emploi"
        case .internship: "stage"
        case .immersion: "immersion"
        case .training: "formation"
        case .clause: "heures d’insertion"
        }
    }
}
