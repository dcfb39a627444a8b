extension OwnBilan {
    /// The page.
    var paper: Paper {
        Paper(
            kicker: "Bilan du bailleur, usage interne",
            title: bilan.programme.name,
            dates: source,
            sections: [Self.internalUse, rates, counts] + tables.map(Self.section) + [limits]
        )
    }

    private var rates: Paper.Section {
        let rates = total.rates.map { [$0.kind.frenchLabel, $0.text, $0.definition] }
        let shares = bilan.shares.map { share in
            [
                share.frenchLabel,
                [share.text, share.toCheckText].compactMap(\.self).joined(separator: ", "),
                share.frenchDefinition,
            ]
        }
        return Paper.Section(
            title: "Taux",
            blocks: [
                .table(
                    caption: "Chaque taux avec son numérateur et son dénominateur",
                    head: ["Taux", "Valeur", "Définition"],
                    rows: rates + shares
                )
            ]
        )
    }

    private var counts: Paper.Section {
        let rows = (total.counts?.inOrder ?? []).map { indicator, count in
            [indicator.frenchLabel, FrenchText.integer(count), indicator.frenchDefinition]
        }
        return Paper.Section(
            title: "Nombres",
            blocks: [
                .table(
                    caption: "Personnes distinctes ou actes",
                    head: ["Nombre", "Valeur", "Définition"],
                    rows: rows
                )
            ]
        )
    }

    private static func section(_ table: OwnTable) -> Paper.Section {
        Paper.Section(
            title: table.frenchTitle,
            blocks: [
                .table(
                    caption: "Étape la plus avancée de chaque personne",
                    head: [table.frenchPlace, "Personnes"]
                        + OwnTable.funnel.map(OwnTable.frenchWord(ofStep:)),
                    rows: table.places.map { place in
                        [place.name] + ([place.persons] + place.funnel).map(FrenchText.integer)
                    }
                ),
                .table(
                    caption: "Issues des participants",
                    head: [table.frenchPlace]
                        + OwnTable.outcomes.map(OwnTable.frenchWord(ofOutcome:)),
                    rows: table.places.map { place in
                        [place.name] + place.outcomes.map(FrenchText.integer)
                    }
                ),
            ]
        )
    }

    private var limits: Paper.Section {
        Paper.Section(
            title: "Limites",
            blocks: [
                .list(
                    [
                        "Une personne est comptée où son dossier la situe aujourd'hui, sous le code "
                            + "actuel de sa commune ; les quartiers des tableaux sont ceux de la liste "
                            + "en vigueur.",
                        "Le mois est celui du premier contact ; l'âge est celui du premier jour du "
                            + "programme.",
                        "À une date passée, le bilan compte ce qui est noté aujourd'hui de ce qui "
                            + "avait eu lieu ce jour-là ; les heures de chantier sont celles "
                            + "d'aujourd'hui.",
                    ].map(FrenchText.typeset)
                )
            ]
        )
    }
}
