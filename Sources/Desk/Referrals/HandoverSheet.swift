import Tenancy

/// What a partner is told of one person, who agreed to it: no more than it takes to receive them.
struct HandoverSheet {
    struct Line {
        let label: String
        let text: String
    }

    let title: String
    let lines: [Line]
    let foot: String

    /// Nil where no consent stands for this partner.
    init?(
        _ line: ReferralLine,
        _ language: DeskLanguage,
        contact: String?,
        agent: String,
        withAddress: Bool
    ) {
        guard let consent = line.consent.consent else { return nil }
        let tenant = line.tenant
        let title = tenant.title.map { language.word("title-" + $0.rawValue) }
        let place = [tenant.postalCode, tenant.communeName].compactMap(\.self)
            .joined(separator: " ")
        let address = [tenant.address, place.isEmpty ? nil : place].compactMap(\.self)
            .joined(separator: ", ")
        self.title = language.word("handoverTitle")
        let told = [
            ("toPartner", line.partner.name),
            ("toPerson", [title, tenant.listName].compactMap(\.self).joined(separator: " ")),
            ("phone", tenant.phone ?? language.word("noPhone")),
            ("address", withAddress ? address : ""),
            ("factNeed", language.need(line.theme) ?? ""),
            ("csvSent", language.day(line.sentOn)),
            ("sentFrom", line.sentBy ?? agent),
            ("toContact", contact ?? ""),
            ("factConsent", language.given(consent)),
        ]
        lines = told.filter { !$0.1.isEmpty }.map {
            Line(label: language.word($0.0), text: $0.1)
        }
        foot = language.word("handoverFoot")
    }
}
