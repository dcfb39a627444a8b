import Records
import Tenancy

/// What a button says of an orientation: which one, what, and what the page showed of it.
struct ReferralOrder {
    enum Action: String, CaseIterable {
        case accepted = "accepter"
        case received = "recevoir"
        case reminded = "relancer"
        case expired = "expirer"
    }

    let id: RecordID
    let action: Action
    let seen: String

    init(_ text: String?, _ visit: DeskVisit) throws(DeskRefusal) {
        let parts = (text ?? "").split(separator: ".").map(String.init)
        guard parts.count == 3, let action = Action(rawValue: parts[1]) else { throw .form }
        id = try visit.id(parts[0], .referral)
        (self.action, seen) = (action, parts[2])
    }

    /// What the button sends.
    static func text(_ line: ReferralLine, _ action: Action, _ visit: DeskVisit) -> String {
        [visit.handle(line.id, .referral), action.rawValue, line.seal(visit)]
            .joined(separator: ".")
    }

    /// Whether it is so already: sent twice, a button does nothing more.
    func isDone(_ line: ReferralLine, on today: CalendarDay) -> Bool {
        switch action {
        case .accepted: line.status == .accepted
        case .received: line.honouredOn != nil
        case .reminded: line.remindedOn == today && line.status == .open
        case .expired: line.status == .expired
        }
    }

    /// The buttons that an orientation can have.
    static func actions(for line: ReferralLine, on today: CalendarDay) -> [Action] {
        switch line.status {
        case .open:
            [.accepted, .received] + (line.isReminderDue(on: today) ? [.reminded] : []) + [.expired]
        case .accepted: line.honouredOn == nil ? [.received] : []
        case .refused, .expired: [.accepted, .received]
        }
    }
}

extension ReferralLine {
    /// The name of the orientation as it stands: another one once anything of it changes.
    func seal(_ visit: DeskVisit) -> String {
        let days = [answeredOn, honouredOn, remindedOn].map { $0?.isoText ?? "" }
        let state = [status.rawValue, refusalReason ?? ""] + days
        return visit.token.seal("referral/\(id)/" + state.joined(separator: "\u{0}"))
    }
}
