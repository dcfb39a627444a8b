extension Indicator {
    /// The name that developers read.
    package var englishName: String {
        switch self {
        case .identified: "People identified"
        case .contacted: "People contacted"
        case .registered: "People registered"
        case .registeredPresent: "Registered people present"
        case .participants: "Participants"
        case .walkIns: "Walk-ins"
        case .toClarify: "Attendances to clarify"
        case .appointmentsSeen: "Appointments seen"
        case .excused: "Appointments excused"
        case .revoked: "Appointments revoked by the service"
        case .noShow: "No-shows"
        case .unknownToInstitutions: "Unknown to the employment institutions"
        case .institutionsNotStated: "Institutions not stated"
        case .reconnected: "Links restored"
        case .referrals: "Referrals"
        case .referralsAccepted: "Referrals accepted"
        case .outcomesDurable: "Outcomes: durable employment"
        case .outcomesTransition: "Outcomes: transitional employment"
        case .outcomesPositive: "Outcomes: positive"
        case .outcomesOther: "Outcomes: other"
        case .inSupport: "In support"
        case .withoutNews: "Without news"
        case .rallyStopPassages: "Rally: stop passages"
        case .rallyOffersBroughtBack: "Rally: offers brought back"
        case .rallyMatches: "Rally: matches"
        case .rallyInterviews: "Rally: interviews"
        }
    }
}
