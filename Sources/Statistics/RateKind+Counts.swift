extension RateKind {
    /// The rate of this kind that some counts give; none when it needs an objective and has none.
    package func rate(of counts: Counts, objective: Int? = nil) throws -> Rate? {
        let numerator = try counts.sum(of: numeratorIndicators)
        guard let denominator = try denominator(of: counts, objective: objective) else {
            return nil
        }
        return try Rate(self, numerator: numerator, denominator: denominator)
    }

    /// Every rate that some counts give, in the order of the closed list.
    package static func rates(of counts: Counts, objective: Int? = nil) throws -> [Rate] {
        try allCases.compactMap { try $0.rate(of: counts, objective: objective) }
    }

    /// Every indicator that the rate is made of.
    var countedIndicators: [Indicator] { numeratorIndicators + denominatorIndicators }

    private var numeratorIndicators: [Indicator] {
        switch self {
        case .showUp: [.registeredPresent]
        case .unknown, .unknownAmongAnswered: [.unknownToInstitutions]
        case .noShowRate: [.noShow]
        case .objective: [.participants]
        case .reconnection: [.reconnected]
        case .dynamicOutcomes: [.outcomesDurable, .outcomesTransition, .outcomesPositive]
        case .referralAcceptance: [.referralsAccepted]
        }
    }

    private var denominatorIndicators: [Indicator] {
        switch self {
        case .showUp: [.registered]
        case .unknown, .dynamicOutcomes: [.participants]
        case .unknownAmongAnswered: [.participants, .institutionsNotStated]
        case .noShowRate: [.appointmentsSeen, .excused, .revoked, .noShow]
        case .objective: []
        case .reconnection: [.unknownToInstitutions]
        case .referralAcceptance: [.referrals]
        }
    }

    private func denominator(of counts: Counts, objective: Int?) throws -> Int? {
        switch self {
        case .unknownAmongAnswered: counts[.participants] - counts[.institutionsNotStated]
        case .objective: objective
        default: try counts.sum(of: denominatorIndicators)
        }
    }
}
