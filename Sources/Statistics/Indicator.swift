/// A count that a landlord may publish: a closed list, in the order in which every page shows it.
package enum Indicator: String, CaseIterable, Sendable {
    case identified
    case contacted
    case registered
    case registeredPresent = "registered_present"
    case participants
    case walkIns = "walk_ins"
    case toClarify = "to_clarify"
    case appointmentsSeen = "appointments_seen"
    case excused
    case revoked
    case noShow = "no_show"
    case unknownToInstitutions = "unknown_to_institutions"
    case institutionsNotStated = "institutions_not_stated"
    case reconnected
    case referrals
    case referralsAccepted = "referrals_accepted"
    case outcomesDurable = "outcomes_durable"
    case outcomesTransition = "outcomes_transition"
    case outcomesPositive = "outcomes_positive"
    case outcomesOther = "outcomes_other"
    case inSupport = "in_support"
    case withoutNews = "without_news"
    case rallyStopPassages = "rally_stop_passages"
    case rallyOffersBroughtBack = "rally_offers_brought_back"
    case rallyMatches = "rally_matches"
    case rallyInterviews = "rally_interviews"

    /// The name of this count in statements and exports; it never changes.
    package var code: String { rawValue }

    /// Finds the count that bears a code.
    package init?(code: String) {
        self.init(rawValue: code)
    }
}
