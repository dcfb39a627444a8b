/// How far a person and an opportunity have come.
package enum MatchStatus: String, CaseIterable, Sendable {
    case proposed = "propose"
    case positioned = "positionne"
    case interviewed = "entretien"
    case hired = "retenu"
    case refused = "refuse"
    case dropped = "sans_suite"

    /// The French label.
    package var libelle: String {
        switch self {
        case .proposed: "proposé"
        case .positioned: "positionné"
        case .interviewed: "entretien passé"
        case .hired: "retenu"
        case .refused: "refusé"
        case .dropped: "sans suite"
        }
    }
}
