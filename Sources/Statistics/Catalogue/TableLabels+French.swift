extension TableLabels {
    package static let french = TableLabels(
        axes: [
            .territory: "Territoire", .neighbourhood: "Quartier prioritaire (QPV)",
            .age: "Âge au premier jour du programme", .sex: "Civilité",
            .month: "Mois de la première prise de contact",
        ],
        variables: [
            "funnel": "Étape la plus avancée", "institutions": "Institutions de l'emploi",
            "outcome": "Situation des participants", "_language": "langue",
            "_rights": "accès aux droits", "_housing": "logement", "_mobility": "mobilité",
            "_debt": "surendettement", "_availability": "disponibilité", "_other": "autre",
            "_employment": "emploi", "_training": "formation", "_digital": "numérique",
            "_family": "famille",
        ],
        groups: [
            "persons": "Personnes", "not_yet_present": "Pas encore présents",
            "present_or_further": "Présents ou au-delà",
            "identified_or_contacted": "Repérés ou contactés",
            "referred_or_further": "Orientés ou au-delà", "identified": "Repérés",
            "contacted": "Contactés", "registered": "Inscrits", "present": "Présents",
            "referred": "Orientés", "received": "Reçus", "exited": "Sortis",
            "unknown": "Inconnus de toute institution", "known": "Connus",
            "not_stated": "Non renseigné", "no_participant": "Pas participants",
            "all_others": "Tous les autres", "other_participants": "Autres participants",
            "dynamic": "Sorties dynamiques", "durable": "Emploi durable",
            "transition": "Emploi de transition", "positive": "Sortie positive",
            "other": "Autre sortie", "in_support": "En accompagnement",
            "without_news": "Sans nouvelle", "without": "Non", "with": "Oui",
        ],
        places: [
            "to_check": "à vérifier", "inside": "en QPV", "outside": "hors QPV",
            "under_30": "moins de 30 ans", "16_25": "16 à 25 ans", "26_29": "26 à 29 ans",
            "30_54": "30 à 54 ans", "30_44": "30 à 44 ans", "45_54": "45 à 54 ans",
            "55_over": "55 ans et plus", "55_59": "55 à 59 ans", "60_over": "60 ans et plus",
            "not_stated": "non renseigné", "woman": "femmes", "man": "hommes",
        ],
        persons: "Personnes",
        barrier: FrenchText.typeset("Frein : "),
        theme: FrenchText.typeset("Thème d'orientation : "),
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
            "octobre", "novembre", "décembre",
        ],
        quarter: { number, year in
            (number == "1" ? "1er" : number + "e") + " trimestre" + FrenchText.space + year
        }
    )
}
