/// Some indicators that together cannot be more than another one.
package struct ConsistencyRule: Sendable, Hashable {
    package let parts: [Indicator]
    package let whole: Indicator

    /// What must hold in every statement, so that every rate is a share.
    package static let all = [
        ConsistencyRule(parts: [.registeredPresent], whole: .registered),
        ConsistencyRule(parts: [.registeredPresent], whole: .participants),
        ConsistencyRule(parts: [.walkIns], whole: .participants),
        ConsistencyRule(
            parts: [.unknownToInstitutions, .institutionsNotStated],
            whole: .participants
        ),
        ConsistencyRule(parts: [.reconnected], whole: .unknownToInstitutions),
        ConsistencyRule(parts: [.referralsAccepted], whole: .referrals),
        ConsistencyRule(
            parts: [
                .outcomesDurable, .outcomesTransition, .outcomesPositive, .outcomesOther,
                .inSupport, .withoutNews,
            ],
            whole: .participants
        ),
    ]

    /// The first rule that some counts break; each count must be at most
    /// `Statement.largestCount`, so that no sum can overflow.
    static func broken(by counts: Counts) -> ConsistencyRule? {
        all.first { rule in
            rule.parts.reduce(0) { $0 + counts[$1] } > counts[rule.whole]
        }
    }
}
