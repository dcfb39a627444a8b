import Tenancy

/// The orientations in one state, to one partner or to all.
struct ReferralsPage {
    struct Button {
        let value: String
        let label: String
        let isQuiet: Bool
    }

    struct Row {
        let path: String
        let name: String
        let partner: String
        let about: String
        let state: String
        let obstacle: String?
        let kind: String
        let buttons: [Button]
    }

    /// So many are shown at once.
    private static let most = 200

    let states: [DeskFrame.Link]
    let partners: [FormOption]
    let state: String
    let partner: String?
    let count: String
    let rows: [Row]
    let nobody: Bool
    /// The way to all sheets of the partner that is looked at.
    let sheets: String?

    init(
        _ visit: DeskVisit,
        _ filter: ReferralFilter,
        _ lines: [ReferralLine],
        _ choices: FollowUpChoices,
        today: CalendarDay
    ) {
        let language = visit.language
        let all: [ReferralStatus?] = ReferralStatus.allCases.map(\.self) + [nil]
        states = all.map { status in
            DeskFrame.Link(
                href: ReferralFilter(status, filter.partner).path(visit),
                label: language.word("list-" + (status?.rawValue ?? "toutes")),
                current: status == filter.status
            )
        }
        state = filter.status?.rawValue ?? "toutes"
        partner = filter.partner.map { visit.handle($0, .partner) }
        let chosen = partner
        partners = choices.partners(visit).map {
            FormOption(code: $0.code, label: $0.label, isChosen: $0.code == chosen)
        }
        count = language.count(lines.count, "referralCount")
        rows = lines.prefix(Self.most).map { Self.row($0, visit, today) }
        nobody = lines.isEmpty
        sheets = partner.map { "/partenaires/" + $0 + "/fiches" }
    }

    private static func row(
        _ line: ReferralLine,
        _ visit: DeskVisit,
        _ today: CalendarDay
    ) -> Row {
        let language = visit.language
        let isDue = line.isReminderDue(on: today)
        return Row(
            path: "/orientations/" + visit.handle(line.id, .referral),
            name: line.tenant.listName,
            partner: [line.partner.name, language.need(line.theme)].compactMap(\.self)
                .joined(separator: " · "),
            about: language.age(line, on: today),
            state: language.state(line) + (isDue ? " · " + language.word("reminderDue") : ""),
            obstacle: language.obstacle(line.consent),
            kind: isDue ? "to_clarify" : line.status == .accepted ? "seen" : "",
            buttons: buttons(line, visit, today).filter { !$0.isQuiet }
        )
    }

    /// What one tap can say of an orientation.
    static func buttons(
        _ line: ReferralLine,
        _ visit: DeskVisit,
        _ today: CalendarDay
    ) -> [Button] {
        ReferralOrder.actions(for: line, on: today).map { action in
            Button(
                value: ReferralOrder.text(line, action, visit),
                label: visit.language.word("act-" + action.rawValue),
                isQuiet: action == .expired || line.status == .refused || line.status == .expired
            )
        }
    }
}
