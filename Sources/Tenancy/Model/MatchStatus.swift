/// How far a person and an opportunity have come.
package enum MatchStatus: String, CaseIterable, Sendable {
    case proposed = "propose"
    case positioned = "positionne"
    case interviewed = "entretien"
    case hired = "retenu"
    case refused = "refuse"
    case dropped = "sans_suite"

    /// Whether the person was at least positioned.
    var isPositioned: Bool {
        switch self {
        case .positioned, .interviewed, .hired: true
        case .proposed, .refused, .dropped: false
        }
    }

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
