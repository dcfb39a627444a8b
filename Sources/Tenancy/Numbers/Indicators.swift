import Statistics

/// The figures of a landlord, a programme or an event, with the rates that they make.
package struct Indicators: Hashable, Sendable {
    package let scope: IndicatorScope
    /// The day on which they were counted: events before it are over.
    package let asOf: CalendarDay
    package let counts: Counts
    /// How many persons the programme is for.
    package let objective: Int?

    /// The rates, each with its numerator, its denominator and its definition.
    package var rates: [Rate] {
        get throws { try RateKind.rates(of: counts, objective: objective) }
    }

    /// The counts that mean something in this scope, in the order of the closed list.
    package var shown: [(indicator: Indicator, count: Int)] {
        guard case .event = scope else { return counts.inOrder }
        return counts.inOrder.filter { !Self.notOfAnEvent.contains($0.indicator) }
    }

    private static let notOfAnEvent: Set<Indicator> = [
        .identified, .contacted, .reconnected, .referrals, .referralsAccepted, .outcomesDurable,
        .outcomesTransition, .outcomesPositive, .outcomesOther, .inSupport, .withoutNews,
    ]
}
