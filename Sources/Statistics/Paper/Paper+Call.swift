extension Paper {
    /// The answer to a call for projects, filled in as far as a bilan goes; people write the rest.
    package static func answerToCall(_ bilan: Bilan) -> Paper {
        let programme = bilan.programme
        return Paper(
            kicker: "Réponse à un appel à projets",
            title: programme.name,
            dates: "Résultats au \(bilan.asOf.frenchText), programme \(programme.code) "
                + "du \(programme.start.frenchText) au \(programme.end.frenchText)",
            sections: [
                context(bilan), aims(bilan), publics(bilan), results(bilan), method(bilan),
                limits(bilan), further,
            ]
        )
    }

    private static func context(_ bilan: Bilan) -> Section {
        let count = FrenchText.counted(bilan.lines.count, "bailleur social", "bailleurs sociaux")
        return Section(
            title: "Contexte",
            blocks: [
                .paragraph(
                    "Le programme " + FrenchText.quoted(bilan.programme.name)
                        + " mobilise \(count). Par leur proximité, ils repèrent les locataires "
                        + "éloignés de l'emploi, leur proposent des actions au pied des immeubles "
                        + "et les orientent vers les acteurs de l'emploi, seuls à détenir les "
                        + "prérogatives d'accompagnement."
                ),
                .blank("le besoin constaté sur le territoire et le cadre de l'appel à projets"),
            ]
        )
    }

    private static func aims(_ bilan: Bilan) -> Section {
        let objective = bilan.programme.objective.map {
            "Objectif\(FrenchText.space): \(FrenchText.integer($0)) personnes mobilisées."
        }
        return Section(
            title: "Objectifs",
            blocks: [
                .list(
                    [objective].compactMap(\.self) + [
                        "Repérer les locataires qui désirent reprendre une activité.",
                        "Les faire venir à une action près de chez eux.",
                        "Retisser le lien avec les institutions de l'emploi.",
                    ]
                ),
                .blank("les objectifs chiffrés de la période demandée"),
            ]
        )
    }

    private static func publics(_ bilan: Bilan) -> Section {
        let known = bilan.withLastKnown
        let participants = known.counts.map { FrenchText.integer($0[.participants]) }
        var section = Section(
            title: "Publics et territoires",
            blocks: [
                .paragraph(
                    "Participants\(FrenchText.space): \(participants ?? Rate.withoutObject). "
                        + "Connus d'aucune institution de l'emploi\(FrenchText.space): "
                        + "\(known.rate(.unknown)?.text ?? Rate.withoutObject)."
                )
            ]
        )
        if !bilan.shares.isEmpty { section.blocks.append(.list(bilan.shares.map(\.line))) }
        section.blocks += [
            .list(bilan.lines.map { "\($0.landlord.code) – \($0.landlord.name)" }),
            .blank("les communes, les quartiers prioritaires et les partenaires associés"),
        ]
        return section
    }

    private static func results(_ bilan: Bilan) -> Section {
        let known = bilan.withLastKnown
        let rates = known.rates.map { [$0.kind.frenchLabel, $0.text, $0.definition] }
        let counts = (known.counts?.inOrder ?? []).map { indicator, count in
            [indicator.frenchLabel, FrenchText.integer(count), indicator.frenchDefinition]
        }
        return Section(
            title: "Résultats",
            blocks: [
                .paragraph(bilan.freshnessNotes.joined(separator: " ; ") + "."),
                .table(
                    caption: "Taux, avec le dernier relevé connu de chaque bailleur",
                    head: ["Taux", "Valeur", "Définition"],
                    rows: rates
                ),
                .table(
                    caption: "Nombres, avec le dernier relevé connu de chaque bailleur",
                    head: ["Nombre", "Valeur", "Définition"],
                    rows: counts
                ),
            ]
        )
    }

    private static func method(_ bilan: Bilan) -> Section {
        Section(
            title: "Méthode",
            blocks: [
                .paragraph(
                    "Chaque bailleur tient ses dossiers chez lui et transmet chaque nuit des "
                        + "nombres, sans ligne par personne. L'union régionale les additionne. "
                        + "Les chiffres de ce document sont celles du bilan "
                        + "\(bilan.programme.code) au \(bilan.asOf.frenchText)."
                )
            ]
        )
    }

    private static func limits(_ bilan: Bilan) -> Section {
        Section(title: "Limites", blocks: [.list(MethodNote.all)])
    }

    private static let further = Section(
        title: "Suite demandée",
        blocks: [
            .blank("ce que le financement permettrait d'amplifier, le calendrier et le budget")
        ]
    )
}
