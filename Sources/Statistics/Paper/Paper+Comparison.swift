extension Paper {
    /// Two bilans side by side, such as those of two phases, each figure with its definition.
    package static func comparison(_ first: Bilan, _ second: Bilan) -> Paper {
        let names = [first, second].map {
            "\($0.programme.code) au \($0.asOf.frenchText)"
        }
        return Paper(
            kicker: "Comparaison de deux programmes",
            title: first.programme.name + " et " + second.programme.name,
            dates: names.joined(separator: FrenchText.space + "; "),
            sections: [
                who(first, second, names), rates(first, second, names),
                counts(first, second, names),
                Section(title: "Limites", blocks: [.list(caution + MethodNote.all)]),
            ]
        )
    }

    private static let caution = [
        "Les deux programmes n'ont ni la même durée ni forcément les mêmes bailleurs, lieux et "
            + "publics\(FrenchText.space): un écart entre eux n'en dit pas la cause."
    ]

    private static func who(_ first: Bilan, _ second: Bilan, _ names: [String]) -> Section {
        func row(_ label: String, _ text: (Bilan) -> String) -> [String] {
            [label, text(first), text(second)]
        }
        return Section(
            title: "Les deux programmes",
            blocks: [
                .table(
                    caption: "Dates, objectifs et bailleurs",
                    head: ["Programme"] + names,
                    rows: [
                        row("Nom") { $0.programme.name },
                        row("Début") { $0.programme.start.frenchText },
                        row("Fin") { $0.programme.end.frenchText },
                        row("Objectif") {
                            $0.programme.objective.map(FrenchText.integer) ?? Rate.withoutObject
                        },
                        row("Quartiers prioritaires et chantiers") {
                            $0.shares.isEmpty
                                ? Rate.withoutObject
                                : $0.shares.map(\.line).joined(separator: " ; ")
                        },
                        row("Relevés") { $0.freshnessNotes.joined(separator: " ; ") },
                    ]
                )
            ]
        )
    }

    private static func rates(_ first: Bilan, _ second: Bilan, _ names: [String]) -> Section {
        let rows = RateKind.allCases.map { kind in
            [kind.frenchLabel]
                + [first, second].map { $0.withLastKnown.rate(kind)?.text ?? Rate.withoutObject }
                + [kind.frenchDefinition]
        }
        return Section(
            title: "Taux",
            blocks: [
                .table(
                    caption: "Taux, avec le dernier relevé connu de chaque bailleur",
                    head: ["Taux"] + names + ["Définition"],
                    rows: rows
                )
            ]
        )
    }

    private static func counts(_ first: Bilan, _ second: Bilan, _ names: [String]) -> Section {
        let rows = Indicator.allCases.map { indicator in
            [indicator.frenchLabel]
                + [first, second].map {
                    $0.withLastKnown.counts.map { FrenchText.integer($0[indicator]) }
                        ?? Rate.withoutObject
                } + [indicator.frenchDefinition]
        }
        return Section(
            title: "Nombres",
            blocks: [
                .table(
                    caption: "Nombres, avec le dernier relevé connu de chaque bailleur",
                    head: ["Nombre"] + names + ["Définition"],
                    rows: rows
                )
            ]
        )
    }
}
