/// The limits of the method, which every reader of a bilan must be able to see.
package enum MethodNote {
    package static let all = [
        "L'unité de compte est la personne, et non le passage : une personne venue à quatre "
            + "étapes d'un rallye est un seul participant.",
        "Les totaux comptent des « personnes-bailleur » : une personne connue de deux "
            + "bailleurs compte deux fois, sauf si le rapprochement régional est en service.",
        "Un bailleur silencieux n'est jamais compté pour zéro : il manque au total « à jour » "
            + "et figure au total « avec dernier connu » avec l'âge de son relevé.",
        "Un bailleur dont aucun relevé n'est arrivé est absent des deux totaux et nommé.",
        "Le taux d'accroche et le taux d'absence non excusée n'ont pas le même dénominateur : "
            + "l'un n'est pas le complément de l'autre.",
        "Les pourcentages sont arrondis à une décimale, la moitié vers le haut ; « sans objet » "
            + "signale un dénominateur nul.",
        "Par bailleur, seuls quelques nombres sont donnés ; un petit effectif y est masqué, et "
            + "un autre avec lui. Les totaux de la région sont exacts.",
    ].map(FrenchText.typeset)

    /// What « masqué » means, for a threshold.
    package static func hiddenFigures(below threshold: Int) -> String {
        FrenchText.typeset(
            "« \(BilanLine.hiddenText) » : ce nombre, ou ce qu'il laisse d'un autre, est inférieur à "
                + "\(threshold), ou pourrait se déduire des totaux. Les personnes y sont comptées."
        )
    }
}
