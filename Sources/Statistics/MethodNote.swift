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
        "Cette édition montre tous les effectifs, petits compris : elle est réservée à l'union "
            + "régionale et aux bailleurs, et ne se publie pas telle quelle.",
    ].map(FrenchText.typeset)
}
