import Records
import Tenancy

/// What a button asks for: whom, which offer, how far they have come, and what the page showed of it.
struct FollowOrder {
    /// What stands for not put in touch yet.
    private static let nothing = "rien"

    let person: RecordID
    let opportunity: RecordID
    let status: MatchStatus
    let shown: MatchStatus?

    /// The value of a button.
    static func text(
        _ person: RecordID,
        _ opportunity: RecordID,
        _ status: MatchStatus,
        over shown: MatchStatus?,
        _ visit: DeskVisit
    ) -> String {
        [
            visit.handle(person, .tenant), visit.handle(opportunity, .opportunity),
            status.rawValue, shown?.rawValue ?? nothing,
        ].joined(separator: ".")
    }

    init(_ text: String?, _ visit: DeskVisit) throws(DeskRefusal) {
        let parts = (text ?? "").split(separator: ".").map(String.init)
        guard parts.count == 4, let status = MatchStatus(rawValue: parts[2]) else { throw .form }
        person = try visit.id(parts[0], .tenant)
        opportunity = try visit.id(parts[1], .opportunity)
        self.status = status
        shown = MatchStatus(rawValue: parts[3])
        guard shown != nil || parts[3] == Self.nothing else { throw .form }
    }
}
