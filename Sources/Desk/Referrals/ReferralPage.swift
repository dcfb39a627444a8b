import Tenancy

/// One orientation: what came of it, what can be said of it, and its hand-over sheet.
struct ReferralPage {
    struct Fact {
        let label: String
        let text: String
    }

    let path: String
    let file: String
    let name: String
    let partner: String
    let facts: [Fact]
    let seen: String
    let buttons: [ReferralsPage.Button]
    let canRefuse: Bool
    let reason: String
    let obstacle: String?
    let isAllowed: Bool
    let modes: [FormOption]
    let key: String
    let today: String

    init(_ visit: DeskVisit, _ line: ReferralLine, key: String, today: CalendarDay) {
        let language = visit.language
        path = "/orientations/" + visit.handle(line.id, .referral)
        file = "/locataires/" + visit.handle(line.tenant.id, .tenant)
        name = line.tenant.listName
        partner = line.partner.name
        facts = [
            ("factPartner", line.partner.name + " (" + language.kind(line.partner.kind) + ")"),
            ("factNeed", language.need(line.theme)),
            ("factSent", language.age(line, on: today)),
            ("factBy", line.sentBy),
            ("factState", language.state(line)),
            ("factReason", line.refusalReason),
            ("factConsent", line.consent.consent.map(language.given)),
        ].compactMap { word, text in
            text.map { Fact(label: language.word(word), text: $0) }
        }
        seen = line.seal(visit)
        buttons = ReferralsPage.buttons(line, visit, today)
        canRefuse = line.honouredOn == nil
        reason = line.refusalReason ?? ""
        obstacle = language.obstacle(line.consent)
        isAllowed = line.consent.consent != nil
        modes = language.modes
        self.key = key
        self.today = today.isoText
    }
}
