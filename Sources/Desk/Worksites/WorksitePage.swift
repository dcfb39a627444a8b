import Records
import Region
import Statistics
import Tenancy

/// One worksite: what it asks for, who could work there, how far they have come.
struct WorksitePage {
    struct Trade {
        let code: String
        let label: String
    }

    struct Offer {
        let path: String
        let title: String
        let people: [FollowRow]
    }

    struct Person {
        let handle: String
        let name: String
        let path: String
        let about: String
    }

    let name: String
    let path: String
    let handle: String
    let about: String
    let alert: String?
    let figures: [SheetPage.Figure]
    let done: SheetPage.Figure
    let trades: [Trade]
    let volunteers: [Person]
    let hasVolunteers: Bool
    let pool: TradePool
    let offers: [Offer]
    let hasOffers: Bool
    let search: String?
    let hasSearched: Bool
    let nobody: Bool
    let found: [FoundPerson]
    let modes: [FormOption]
    let kinds: [FormOption]
    let key: String

    init(
        _ visit: DeskVisit,
        _ path: String,
        _ state: WorksiteState,
        _ volunteers: [Volunteer],
        offers: [Opportunity],
        matches: [OpportunityMatch],
        found: [Tenant]?,
        key: String
    ) {
        let language = visit.language
        let worksite = state.worksite
        let shown = WorksiteFigures(state, language)
        name = worksite.name
        self.path = path
        handle = visit.handle(worksite.id, .worksite)
        about = shown.about
        alert = shown.alert
        figures = shown.rows
        done = shown.done
        trades = worksite.romeCodes.sorted().map {
            Trade(code: $0, label: RomeFiches.find(code: $0)?.label ?? $0)
        }
        self.volunteers = volunteers.map { Self.person($0, visit) }
        hasVolunteers = !volunteers.isEmpty
        pool = TradePool(volunteers, trades: worksite.romeCodes.sorted())
        self.offers = offers.map { Self.offer($0, volunteers, matches, visit) }
        hasOffers = !offers.isEmpty
        search = visit.search
        hasSearched = found != nil
        nobody = found?.isEmpty ?? false
        self.found = (found ?? []).map { FoundPerson($0, visit) }
        modes = ConsentMode.allCases.map {
            FormOption(code: $0.rawValue, label: language.word("mode-" + $0.rawValue))
        }
        kinds = WorksitesPage.kinds(language)
        self.key = key
    }

    private static func person(_ volunteer: Volunteer, _ visit: DeskVisit) -> Person {
        let handle = visit.handle(volunteer.person, .tenant)
        return Person(
            handle: handle,
            name: Tenant.listName(last: volunteer.lastName, first: volunteer.firstName),
            path: "/locataires/" + handle,
            about: about(volunteer, visit.language)
        )
    }

    private static func about(_ volunteer: Volunteer, _ language: DeskLanguage) -> String {
        let trades = volunteer.trades.map { RomeFiches.find(code: $0)?.label ?? $0 }
        let agreement = volunteer.mode.map { mode in
            language.word(
                "agreedOn",
                [
                    "mode": language.word("mode-" + mode.rawValue),
                    "jour": volunteer.agreedOn.map(language.day) ?? "?",
                ]
            )
        }
        return [
            volunteer.communeCode.map(Communes.shownName),
            trades.isEmpty ? language.word("anyTrade") : trades.joined(separator: ", "), agreement,
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// Everybody who may be proposed, and whoever was put in touch and withdrew since.
    private static func offer(
        _ offer: Opportunity,
        _ volunteers: [Volunteer],
        _ matches: [OpportunityMatch],
        _ visit: DeskVisit
    ) -> Offer {
        let own = Dictionary(
            matches.filter { $0.opportunity == offer.id }.map { ($0.person, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let fitting = volunteers.filter { volunteer in
            let trade = offer.romeCode
            return own[volunteer.person] != nil || trade == nil || volunteer.trades.isEmpty
                || volunteer.trades.contains { $0 == trade }
        }
        let rows = fitting.map { volunteer in
            FollowRow(
                visit,
                volunteer.person,
                name: Tenant.listName(last: volunteer.lastName, first: volunteer.firstName),
                about: volunteer.communeCode.flatMap { Communes.current(code: $0)?.name } ?? "",
                offer.id,
                own[volunteer.person]?.status
            )
        }
        return Offer(
            path: DeskSite.path(ofOffer: offer.id, visit),
            title: [offer.title, offer.romeCode].compactMap(\.self).joined(separator: ", "),
            people: rows
        )
    }
}
