import Tenancy

/// The directory of partners, and how they reach who works here.
struct PartnersPage {
    struct Row {
        let handle: String
        let name: String
        let about: String
        let commune: String
        let kinds: [FormOption]
        let referrals: String
    }

    let rows: [Row]
    let kinds: [FormOption]
    let contact: String

    init(_ visit: DeskVisit, _ partners: [Partner], contact: String?) {
        let language = visit.language
        let kinds = PartnerKind.all.map { FormOption(code: $0.code, label: language.kind($0)) }
        rows = partners.map { partner in
            Row(
                handle: visit.handle(partner.id, .partner),
                name: partner.name,
                about: [
                    language.kind(partner.kind), partner.communeCode,
                    partner.kind.isSensitive ? language.word("outsideOther") : nil,
                ].compactMap(\.self).joined(separator: " · "),
                commune: partner.communeCode ?? "",
                kinds: kinds.map {
                    FormOption(
                        code: $0.code,
                        label: $0.label,
                        isChosen: $0.code == partner.kind.code
                    )
                },
                referrals: ReferralFilter(.open, partner.id).path(visit)
            )
        }
        self.kinds = kinds
        self.contact = contact ?? ""
    }
}
