extension RateKind {
    /// The words that people read.
    package var frenchLabel: String {
        switch self {
        case .showUp: "Taux d'accroche"
        case .unknown: "Taux d'inconnus des institutions"
        case .unknownAmongAnswered: "Taux d'inconnus parmi les réponses"
        case .noShowRate: "Taux d'absence non excusée"
        case .objective: "Part de l'objectif atteinte"
        case .reconnection: "Taux de liens retissés"
        case .dynamicOutcomes: "Taux de sorties dynamiques"
        case .referralAcceptance: "Taux d'orientations acceptées"
        }
    }

    /// What the numerator counts, in plain French.
    package var frenchNumerator: String {
        switch self {
        case .showUp: "inscrits présents à une action à laquelle ils étaient inscrits"
        case .unknown, .unknownAmongAnswered:
            "participants connus d'aucune institution de l'emploi"
        case .noShowRate: "absences non excusées"
        case .objective: "participants"
        case .reconnection:
            "participants d'abord inconnus, puis venus à un premier rendez-vous partenaire"
        case .dynamicOutcomes:
            "participants sortis en emploi durable, en emploi de transition ou en sortie positive"
        case .referralAcceptance: "orientations acceptées par le partenaire"
        }
    }

    /// What the denominator counts, in plain French.
    package var frenchDenominator: String {
        switch self {
        case .showUp:
            "inscrits avant le jour de l'action, excusés compris, "
                + "sans les inscriptions annulées par le service ni les venues sans inscription"
        case .unknown, .dynamicOutcomes:
            "tous les participants, venues sans inscription comprises"
        case .unknownAmongAnswered: "participants qui ont répondu à la question"
        case .noShowRate:
            "rendez-vous honorés, excusés, annulés par le service et absences non excusées"
        case .objective: "nombre de personnes fixé par le programme"
        case .reconnection: "participants connus d'aucune institution de l'emploi"
        case .referralAcceptance: "orientations envoyées"
        }
    }

    /// Numerator and denominator in one sentence each.
    package var frenchDefinition: String {
        FrenchText.typeset(
            "Numérateur : \(frenchNumerator). Dénominateur : \(frenchDenominator)."
        )
    }

    /// The name that developers read.
    package var englishName: String {
        switch self {
        case .showUp: "Show-up rate"
        case .unknown: "Share unknown to the institutions"
        case .unknownAmongAnswered: "Share unknown among those who answered"
        case .noShowRate: "No-show rate"
        case .objective: "Share of the objective reached"
        case .reconnection: "Share of links restored"
        case .dynamicOutcomes: "Share of dynamic outcomes"
        case .referralAcceptance: "Share of referrals accepted"
        }
    }
}
