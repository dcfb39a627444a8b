import Statistics

/// How far one person came in a programme, in a few bytes.
struct Standing {
    /// A step of the way, in the order of the way.
    enum Step: String, CaseIterable {
        case identified
        case contacted
        case registered
        case present
        case referred
        case received
        case exited
    }

    private(set) var furthest: Step
    /// What a participant said of institutions; nil for who is none.
    var institutions: Acquaintances.Answer?
    /// Under which figure a participant's outcome is counted; nil for who is none.
    var outcome: Indicator?
    /// The needs for which they were sent to a partner.
    var themes: Set<ReferralTheme> = []
    /// The first moment that the programme's records speak of.
    private(set) var firstHeard: UInt64?

    init(_ step: Step) { furthest = step }

    mutating func reach(_ step: Step) {
        guard step.place > furthest.place else { return }
        furthest = step
    }

    mutating func hear(at moment: UInt64) { firstHeard = min(moment, firstHeard ?? moment) }
}

extension Standing.Step {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
