import Records
import Region
import Tenancy
import WebPages

extension DeskSite {
    static let worksitesSection = "/chantiers"

    /// The worksites and the offers: `/chantiers`, `/chantiers/WORKSITE`, and what is done there.
    func worksites(_ visit: DeskVisit, _ rest: [String]) throws -> DeskAnswer {
        switch (visit.request.method, rest.first, rest.count) {
        case (.get, nil, 0): return try worksiteList(visit)
        case (.post, nil, 0): return try addWorksite(visit)
        case (_, let handle?, 1...):
            let id = try visit.id(handle, .worksite)
            return try worksite(visit, id, rest.count > 1 ? rest[1] : nil)
        default: throw DeskRefusal.missing
        }
    }

    private func worksiteList(_ visit: DeskVisit) throws -> DeskAnswer {
        let page = WorksitesPage(
            visit,
            try store.worksiteStates(),
            offers: try store.opportunities(),
            programmes: try store.programmes(),
            events: try store.events(),
            key: freshName()
        )
        let title = visit.language.word("worksitesTitle")
        return try self.page(.chantiers, page, visit, title: title, section: Self.worksitesSection)
    }

    private func worksite(
        _ visit: DeskVisit,
        _ id: RecordID,
        _ action: String?
    ) throws -> DeskAnswer {
        let path = Self.worksitesSection + "/" + visit.handle(id, .worksite)
        switch (visit.request.method, action) {
        case (.get, nil): return try worksitePage(visit, id, path)
        case (.post, "chercher"): return try keepSearch(visit, path)
        case (.post, "volontaire"): return try agree(visit, id, path)
        case (.post, "retrait"): return try withdraw(visit, id, path)
        case (.post, "heures"): return try addHours(visit, id, path)
        case (.post, "suivi"): return try follow(visit, path)
        default: throw DeskRefusal.missing
        }
    }

    private func worksitePage(
        _ visit: DeskVisit,
        _ id: RecordID,
        _ path: String
    ) throws -> DeskAnswer {
        let offers = try store.opportunities(ofWorksite: id)
        let page = WorksitePage(
            visit,
            path,
            try store.worksiteState(id),
            try store.volunteers(ofWorksite: id),
            offers: offers,
            matches: try offers.flatMap { try store.matches(withOpportunity: $0.id) },
            found: try visit.search.map { try people.find($0, limit: 12) },
            key: freshName()
        )
        let title = visit.language.word("worksiteTitle")
        return try self.page(.chantier, page, visit, title: title, section: Self.worksitesSection)
    }

    /// Adds a worksite; the same form sent twice adds one.
    private func addWorksite(_ visit: DeskVisit) throws -> DeskAnswer {
        let list = Self.worksitesSection
        return try once(visit, list, refusal: "worksiteRefused", told: "worksiteAdded") {
            guard let draft = WorksiteForm(visit).draft else { return nil }
            return try store.add(draft)
        } leadingTo: {
            list + "/" + visit.handle($0, .worksite)
        }
    }

    private func agree(_ visit: DeskVisit, _ id: RecordID, _ path: String) throws -> DeskAnswer {
        let person = try visit.id(visit.fields["personne"], .tenant)
        guard let mode = visit.fields["accord"].flatMap(ConsentMode.init(rawValue:)) else {
            return done(visit, path, visit.language.word("agreementMissing"), isWarning: true)
        }
        let trades = try store.worksiteState(id).worksite.romeCodes.filter {
            visit.fields["rome-" + $0] != nil
        }
        try store.volunteer(
            person,
            forWorksite: id,
            agreed: mode,
            on: try store.currentDay(),
            trades: Set(trades)
        )
        let text = visit.language.word("agreed", ["qui": try store.tenant(person).listName])
        return done(visit, path, text)
    }

    private func withdraw(_ visit: DeskVisit, _ id: RecordID, _ path: String) throws -> DeskAnswer {
        let person = try visit.id(visit.fields["personne"], .tenant)
        do {
            try store.withdraw(person, fromWorksite: id, on: try store.currentDay())
        } catch let error as TenancyError where error.code == .notFound {
            // Pressed twice, or withdrawn on another laptop: it is as they wish already.
        }
        let text = visit.language.word("withdrawn", ["qui": try store.tenant(person).listName])
        return done(visit, path, text)
    }

    /// Counts hours; the same form sent twice counts them once.
    private func addHours(_ visit: DeskVisit, _ id: RecordID, _ path: String) throws -> DeskAnswer {
        try once(visit, path, refusal: "hoursRefused", told: "hoursAdded") {
            guard let hours = visit.number("heures") else { return nil }
            try store.addHours(hours, toWorksite: id)
            return id
        } leadingTo: { _ in
            path
        }
    }
}

extension DeskVisit {
    /// A whole number as people type it, with spaces between thousands; nil of anything else.
    func number(_ name: String) -> Int? {
        guard let text = typed(name) else { return nil }
        return Int(text.filter { !$0.isWhitespace }.replacing("−", with: "-"))
    }
}
