/// The words that may stand in the fields that take a closed list.
enum FieldCodes {
    /// The words for a field, nil where it takes any text.
    static func allowed(in field: String, of collection: String) -> [String]? {
        switch (collection, field) {
        case ("attendance", "mark"): AttendanceMark.ranks.keys.sorted()
        case ("registration", "status"): codes(RegistrationStatus.self)
        case ("event", "status"): codes(EventStatus.self)
        case ("event", "kind"): codes(EventKind.self)
        case ("situation", "known_answer"): codes(KnownAnswer.self)
        case ("referral", "status"): codes(ReferralStatus.self)
        case ("match", "status"): codes(MatchStatus.self)
        case ("opportunity", "kind"): codes(OpportunityKind.self)
        case ("worksite", "framework"): codes(WorksiteFramework.self)
        case ("volunteer", "agreed_by"): codes(ConsentMode.self)
        case ("consent", "purpose"): codes(ConsentPurpose.self)
        case ("consent", "mode"): codes(ConsentMode.self)
        case ("barrier", "theme"): codes(BarrierTheme.self)
        case ("barrier", "level"): codes(BarrierLevel.self)
        case ("outcome", "kind"): codes(OutcomeKind.self)
        default: nil
        }
    }

    private static func codes<Code: CaseIterable & RawRepresentable<String>>(
        _ type: Code.Type
    ) -> [String] { type.allCases.map(\.rawValue) }
}
