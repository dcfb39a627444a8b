/// A share of the region that is no rate of the 26 counts: it stands beside them in a bilan.
package struct BilanShare: Share, Sendable, Equatable {
    package enum Kind: Sendable, Hashable {
        /// Participants in a QPV of the list of that year.
        case neighbourhoods(list: Int)
        case insertionHours
    }

    package let kind: Kind
    /// How many landlords' last statements give it.
    package let landlords: Int
    package let numerator: Int
    package let denominator: Int
    /// Addresses « à vérifier »: in the denominator, not in the numerator; nil where there is no such thing.
    package let toCheck: Int?

    package init(
        kind: Kind,
        landlords: Int,
        numerator: Int,
        denominator: Int,
        toCheck: Int? = nil
    ) {
        self.kind = kind
        self.landlords = landlords
        self.numerator = numerator
        self.denominator = denominator
        self.toCheck = toCheck
    }

    package var code: String {
        switch kind {
        case .neighbourhoods: "neighbourhoods"
        case .insertionHours: "insertion_hours"
        }
    }

    package var frenchLabel: String {
        switch kind {
        case .neighbourhoods(let list): "Participants en quartier prioritaire (QPV \(list))"
        case .insertionHours: FrenchText.typeset("Heures d'insertion réalisées sur les chantiers")
        }
    }

    package var frenchDefinition: String {
        switch kind {
        case .neighbourhoods(let list):
            FrenchText.typeset(
                "Participants dont l'adresse est dans un quartier prioritaire de la ville, selon la "
                    + "liste de \(list), rapportés à tous les participants ; les adresses « à "
                    + "vérifier » restent au dénominateur et sont comptées à part."
            )
        case .insertionHours:
            FrenchText.typeset(
                "Heures travaillées au titre de la clause d'insertion des chantiers du programme, "
                    + "rapportées aux heures que la clause demande ; on peut la dépasser."
            )
        }
    }

    /// « dont 5 adresses « à vérifier » », where there are addresses at all.
    package var toCheckText: String? {
        toCheck.map {
            "dont " + FrenchText.counted($0, "adresse", "adresses") + " "
                + FrenchText.quoted("à vérifier")
        }
    }

    /// « relevés de 8 bailleurs ».
    package var sourceText: String {
        (landlords < 2 ? "relevé de " : "relevés de ")
            + FrenchText.counted(landlords, "bailleur", "bailleurs")
    }
}
