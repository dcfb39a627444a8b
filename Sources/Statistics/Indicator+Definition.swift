extension Indicator {
    /// What is counted, once each, in plain French.
    package var frenchDefinition: String {
        FrenchText.typeset(plainDefinition)
    }

    private var plainDefinition: String {
        switch self {
        case .identified, .contacted, .registered, .registeredPresent, .participants, .walkIns:
            mobilisationDefinition
        case .toClarify, .appointmentsSeen, .excused, .revoked, .noShow:
            attendanceDefinition
        case .unknownToInstitutions, .institutionsNotStated, .reconnected, .referrals,
            .referralsAccepted:
            linkDefinition
        case .outcomesDurable, .outcomesTransition, .outcomesPositive, .outcomesOther,
            .inSupport, .withoutNews:
            outcomeDefinition
        case .rallyStopPassages, .rallyOffersBroughtBack, .rallyMatches, .rallyInterviews:
            rallyDefinition
        }
    }

    private var mobilisationDefinition: String {
        switch self {
        case .identified: "Personnes distinctes repérées par le bailleur pour le programme."
        case .contacted: "Personnes distinctes jointes au moins une fois par le bailleur."
        case .registered:
            "Personnes distinctes inscrites avant le jour d'une action dont le jour est venu ; "
                + "les inscriptions annulées par le service n'y sont pas."
        case .registeredPresent:
            "Personnes distinctes présentes à une action à laquelle elles étaient inscrites."
        case .participants:
            "Personnes distinctes présentes à au moins une action, "
                + "y compris celles qui sont venues sans inscription."
        default: "Personnes distinctes présentes à au moins une action sans y être inscrites."
        }
    }

    private var attendanceDefinition: String {
        switch self {
        case .toClarify:
            "Inscriptions dont l'action est passée et dont la présence reste à préciser."
        case .appointmentsSeen:
            "Rendez-vous ou inscriptions honorés ; les venues sans inscription n'y sont pas."
        case .excused: "Rendez-vous ou inscriptions annulés par la personne, qui a prévenu."
        case .revoked: "Rendez-vous ou inscriptions annulés par le service."
        default: "Rendez-vous ou inscriptions non honorés, sans que la personne ait prévenu."
        }
    }

    private var linkDefinition: String {
        switch self {
        case .unknownToInstitutions:
            "Participants qui ont répondu n'être connus d'aucune institution de l'emploi "
                + "(France Travail, Mission locale, Cap emploi, PLIE, Département ou son "
                + "délégataire pour le RSA, structures d'insertion par l'activité économique)."
        case .institutionsNotStated:
            "Participants à qui la question n'a pas été posée ou qui n'ont pas répondu."
        case .reconnected:
            "Participants d'abord inconnus des institutions de l'emploi, puis venus à un "
                + "premier rendez-vous chez l'une d'elles."
        case .referrals: "Orientations envoyées à un partenaire."
        default: "Orientations que le partenaire a acceptées."
        }
    }

    private var outcomeDefinition: String {
        switch self {
        case .outcomesDurable:
            "Participants sortis en emploi durable : CDI, CDD ou intérim de plus de six mois, "
                + "fonction publique, création d'activité."
        case .outcomesTransition:
            "Participants sortis en emploi de transition : CDD ou intérim de moins de six mois, "
                + "contrat aidé."
        case .outcomesPositive:
            "Participants entrés en formation ou dans une autre structure d'insertion."
        case .outcomesOther: "Participants sortis autrement, par exemple vers le chômage."
        case .inSupport: "Participants suivis par un partenaire à la date du relevé."
        default: "Participants dont le bailleur n'a pas de nouvelle à la date du relevé."
        }
    }

    private var rallyDefinition: String {
        switch self {
        case .rallyStopPassages:
            "Passages constatés aux étapes des rallyes ; "
                + "une même personne y compte une fois par étape."
        case .rallyOffersBroughtBack: "Offres rapportées par les équipes des rallyes."
        case .rallyMatches: "Mises en relation avec un employeur issues des rallyes."
        default: "Entretiens d'embauche issus des rallyes."
        }
    }
}
