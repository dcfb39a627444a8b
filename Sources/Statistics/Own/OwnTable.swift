/// A landlord's own persons along one axis, at its finest places.
package struct OwnTable: Sendable, Equatable {
    package let axis: Axis
    /// The places with somebody in them, in the order of their codes.
    package let places: [OwnPlace]

    /// The steps of the way, by code.
    static let funnel = categories(of: "funnel")

    /// What became of participants, by code.
    static let outcomes = categories(of: "outcome").filter { $0 != "no_participant" }

    private static func categories(of variable: String) -> [String] {
        Catalogue.current.variables.first { $0.code == variable }?.categories ?? []
    }

    package init(_ axis: Axis, _ counts: FineCounts, named name: (Axis, NodePath) -> String) {
        self.axis = axis
        places = counts.places(of: axis).map { place, counts in
            OwnPlace(
                place: place,
                name: name(axis, place),
                persons: counts.persons,
                funnel: Self.funnel.map { counts.count("funnel", $0) },
                outcomes: Self.outcomes.map { counts.count("outcome", $0) }
            )
        }
    }

    var frenchTitle: String {
        switch axis {
        case .territory: "Par commune"
        case .neighbourhood: "Par quartier prioritaire"
        case .age: "Par âge"
        case .sex: "Par sexe"
        case .month: "Par mois du premier contact"
        }
    }

    /// What a place of the axis is, above its column.
    var frenchPlace: String {
        switch axis {
        case .territory: "Commune"
        case .neighbourhood: "Quartier"
        case .age: "Âge"
        case .sex: "Sexe"
        case .month: "Mois"
        }
    }

    static func frenchWord(ofStep code: String) -> String {
        switch code {
        case "identified": "repérés"
        case "contacted": "contactés"
        case "registered": "inscrits"
        case "present": "présents"
        case "referred": "orientés"
        case "received": "reçus"
        case "exited": "sortis"
        default: code
        }
    }

    static func frenchWord(ofOutcome code: String) -> String {
        switch code {
        case "durable": "emploi durable"
        case "transition": "emploi de transition"
        case "positive": "sortie positive"
        case "other": "autre sortie"
        case "in_support": "en accompagnement"
        case "without_news": "sans nouvelle"
        default: code
        }
    }
}
