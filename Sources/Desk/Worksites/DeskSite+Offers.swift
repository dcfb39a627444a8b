import Records
import Tenancy
import WebPages

extension DeskSite {
    /// The offers: `/offres/OFFER`, and what is done there.
    func offers(_ visit: DeskVisit, _ rest: [String]) throws -> DeskAnswer {
        if visit.request.method == .post, rest.isEmpty { return try addOffer(visit) }
        guard let handle = rest.first else { throw DeskRefusal.missing }
        let id = try visit.id(handle, .opportunity)
        let path = Self.path(ofOffer: id, visit)
        switch (visit.request.method, rest.count > 1 ? rest[1] : nil) {
        case (.get, nil): return try offerPage(visit, id, path)
        case (.post, "chercher"): return try keepSearch(visit, path)
        case (.post, "suivi"): return try follow(visit, path)
        default: throw DeskRefusal.missing
        }
    }

    static func path(ofOffer id: RecordID, _ visit: DeskVisit) -> String {
        "/offres/" + visit.handle(id, .opportunity)
    }

    private func offerPage(
        _ visit: DeskVisit,
        _ id: RecordID,
        _ path: String
    ) throws -> DeskAnswer {
        let offer = try store.opportunity(id)
        let page = OfferPage(
            visit,
            path,
            offer,
            matches: try store.matches(withOpportunity: id),
            found: try visit.search.map { try people.find($0, limit: 12) }
        )
        let title = visit.language.word("offerTitle")
        return try self.page(.offre, page, visit, title: title, section: Self.worksitesSection)
    }

    /// Adds an offer, of a worksite, of an event or of neither.
    private func addOffer(_ visit: DeskVisit) throws -> DeskAnswer {
        let worksite = try visit.typed("chantier").map { try visit.id($0, .worksite) }
        let event = try visit.typed("action").map { try visit.id($0, .event) }
        let back =
            worksite.map { Self.worksitesSection + "/" + visit.handle($0, .worksite) }
            ?? Self.worksitesSection
        return try once(visit, back, refusal: "offerRefused", told: "offerAdded") {
            guard var draft = OfferForm(visit).draft else { return nil }
            draft.worksite = worksite
            draft.event = event
            return try store.add(draft)
        } leadingTo: {
            worksite == nil ? Self.path(ofOffer: $0, visit) : back
        }
    }

    /// Notes how far somebody and an offer have come, over what the page showed.
    func follow(_ visit: DeskVisit, _ path: String) throws -> DeskAnswer {
        let order = try FollowOrder(visit.fields["suivi"], visit)
        let language = visit.language
        let name = try store.tenant(order.person).listName
        let present = try store.matches(withOpportunity: order.opportunity)
            .first { $0.person == order.person }?.status
        let told = ["qui": name, "quoi": language.word("match-" + order.status.rawValue)]
        guard present != order.status else {
            return done(visit, path, language.word("matchDone", told))
        }
        guard present == order.shown else {
            return done(visit, path, language.word("matchChanged", ["qui": name]), isWarning: true)
        }
        do {
            try store.match(
                order.person,
                with: order.opportunity,
                order.status,
                interviewOn: order.status == .interviewed ? try store.currentDay() : nil
            )
        } catch let error as TenancyError where error.code == .refused {
            let text = language.word("matchWithoutAgreement", ["qui": name])
            return done(visit, path, text, isWarning: true)
        }
        return done(visit, path, language.word("matchDone", told))
    }
}
