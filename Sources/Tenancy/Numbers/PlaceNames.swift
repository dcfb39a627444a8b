import Region
import Statistics

/// The French name of a place on an axis, for a landlord's own pages.
enum PlaceNames {
    static func name(_ axis: Axis, _ place: NodePath) -> String {
        guard let code = place.codes.last else { return "non renseigné" }
        return switch axis {
        case .territory: territory(code, place)
        case .neighbourhood: neighbourhood(code)
        case .age: age(code)
        case .sex: sex(code)
        case .month: code
        }
    }

    private static func territory(_ code: String, _ place: NodePath) -> String {
        if let commune = Communes.find(code: code) { return "\(commune.name) (\(code))" }
        let departement = place.codes.first.flatMap(Departement.init(rawValue:))
        return departement.map { "\($0.name), commune à vérifier" } ?? "commune à vérifier"
    }

    private static func neighbourhood(_ code: String) -> String {
        switch NeighbourhoodAnswer(rawValue: code) {
        case .outside: "hors quartier prioritaire"
        case .toCheck: "à vérifier"
        case .inside, nil:
            PriorityNeighbourhoods.find(code: code).map { "\($0.name) (\(code))" } ?? code
        }
    }

    private static func age(_ code: String) -> String {
        let parts = code.split(separator: "_")
        if parts.count == 2, parts[1] == "over" { return "\(parts[0]) ans et plus" }
        return code == "not_stated" ? "non renseigné" : parts.joined(separator: "-") + " ans"
    }

    private static func sex(_ code: String) -> String {
        switch code {
        case "woman": "femmes"
        case "man": "hommes"
        default: "non renseigné"
        }
    }
}
