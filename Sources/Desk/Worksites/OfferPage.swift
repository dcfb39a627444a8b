import Region
import Tenancy

/// One offer, and who was put in touch with it.
struct OfferPage {
    let name: String
    let path: String
    let about: String
    let people: [FollowRow]
    let hasPeople: Bool
    let search: String?
    let hasSearched: Bool
    let nobody: Bool
    let found: [FollowRow]

    init(
        _ visit: DeskVisit,
        _ path: String,
        _ offer: Opportunity,
        matches: [OpportunityMatch],
        found: [Tenant]?
    ) {
        name = offer.title
        self.path = path
        about = Self.about(offer, visit.language)
        let known = Set(matches.map(\.person))
        people = matches.map { match in
            FollowRow(
                visit,
                match.person,
                name: Tenant.listName(last: match.lastName, first: match.firstName),
                about: match.interviewOn.map {
                    visit.language.word("interviewOn", ["jour": visit.language.day($0)])
                } ?? "",
                offer.id,
                match.status
            )
        }
        hasPeople = !people.isEmpty
        search = visit.search
        hasSearched = found != nil
        let others = (found ?? []).filter { !known.contains($0.id) }
        nobody = found != nil && others.isEmpty
        self.found = others.map { tenant in
            FollowRow(
                visit,
                tenant.id,
                name: tenant.listName,
                about: FoundPerson(tenant, visit).about,
                offer.id,
                nil
            )
        }
    }

    static func about(_ offer: Opportunity, _ language: DeskLanguage) -> String {
        let trade = offer.romeCode.map { code in
            [code, RomeFiches.find(code: code)?.label].compactMap(\.self).joined(separator: " ")
        }
        return [
            offer.kind.map { language.word("offer-" + $0.rawValue) }, trade, offer.employer,
            offer.communeCode.map(Communes.shownName), offer.contract,
            offer.positions.map { language.count($0, "positions") },
        ].compactMap(\.self).joined(separator: " · ")
    }
}
