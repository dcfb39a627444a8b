extension Indicator {
    /// The words that people read.
    package var frenchLabel: String {
        FrenchText.typeset(plainLabel)
    }

    private var plainLabel: String {
        switch self {
        case .identified: "Repérés"
        case .contacted: "Contactés"
        case .registered: "Inscrits"
        case .registeredPresent: "Inscrits présents"
        case .participants: "Participants"
        case .walkIns: "Venus sans inscription"
        case .toClarify: "Présences à préciser"
        case .appointmentsSeen: "Rendez-vous honorés"
        case .excused: "Rendez-vous excusés"
        case .revoked: "Rendez-vous annulés par le service"
        case .noShow: "Absences non excusées"
        case .unknownToInstitutions: "Inconnus des institutions de l'emploi"
        case .institutionsNotStated: "Institutions non renseignées"
        case .reconnected: "Liens retissés"
        case .referrals: "Orientations"
        case .referralsAccepted: "Orientations acceptées"
        case .outcomesDurable: "Sorties en emploi durable"
        case .outcomesTransition: "Sorties en emploi de transition"
        case .outcomesPositive: "Sorties positives"
        case .outcomesOther: "Autres sorties"
        case .inSupport: "En accompagnement"
        case .withoutNews: "Sans nouvelle"
        case .rallyStopPassages: "Rallye : passages aux étapes"
        case .rallyOffersBroughtBack: "Rallye : offres rapportées"
        case .rallyMatches: "Rallye : mises en relation"
        case .rallyInterviews: "Rallye : entretiens"
        }
    }
}
