import Records
import Tenancy

/// One person and one offer on a page: how far they have come, and the buttons that say more.
struct FollowRow {
    struct Button {
        let value: String
        let label: String
    }

    let path: String
    let name: String
    let about: String
    let state: String
    /// The likeliest next step; none where there is none.
    let next: Button?
    let others: [Button]
    let hasOthers: Bool

    init(
        _ visit: DeskVisit,
        _ person: RecordID,
        name: String,
        about: String,
        _ opportunity: RecordID,
        _ status: MatchStatus?
    ) {
        path = "/locataires/" + visit.handle(person, .tenant)
        self.name = name
        self.about = about
        let language = visit.language
        state = language.word(status.map { "match-" + $0.rawValue } ?? "match-none")
        let likeliest = Self.next(after: status)
        func button(_ status: MatchStatus, over shown: MatchStatus?) -> Button {
            Button(
                value: FollowOrder.text(person, opportunity, status, over: shown, visit),
                label: language.word("do-" + status.rawValue)
            )
        }
        next = likeliest.map { button($0, over: status) }
        others =
            status == nil
            ? []
            : MatchStatus.allCases.filter { $0 != status && $0 != likeliest }
                .map { button($0, over: status) }
        hasOthers = !others.isEmpty
    }

    private static func next(after status: MatchStatus?) -> MatchStatus? {
        switch status {
        case nil, .refused, .dropped: .proposed
        case .proposed: .positioned
        case .positioned, .interviewed: .hired
        case .hired: nil
        }
    }
}
