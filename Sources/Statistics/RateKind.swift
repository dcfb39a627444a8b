/// A rate that may be published: a closed list, each with its own name and definition.
package enum RateKind: String, CaseIterable, Sendable {
    case showUp = "show_up"
    case unknown
    case unknownAmongAnswered = "unknown_among_answered"
    case noShowRate = "no_show_rate"
    case objective
    case reconnection
    case dynamicOutcomes = "dynamic_outcomes"
    case referralAcceptance = "referral_acceptance"

    /// The name of this rate in exports; it never changes.
    package var code: String { rawValue }

    /// Only an objective may be surpassed.
    package var mayExceedOne: Bool { self == .objective }
}
