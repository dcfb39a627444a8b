import Records
import Tenancy
import WebPages

extension DeskSite {
    /// The events, those to come first.
    func events(_ visit: DeskVisit) throws -> DeskAnswer {
        let page = EventsPage(
            visit,
            try store.events(),
            programmes: try store.programmes(),
            key: freshName(),
            today: try store.currentDay()
        )
        let title = visit.language.word("eventsTitle")
        return try self.page(.actions, page, visit, title: title, section: "/actions")
    }

    /// Adds an event; the same form sent twice adds one.
    func addEvent(_ visit: DeskVisit) throws -> DeskAnswer {
        try once(visit, "/actions", refusal: "eventRefused", told: "eventAdded") {
            guard let draft = draft(visit) else { return nil }
            return try store.add(draft)
        } leadingTo: {
            SheetPlace(event: $0, stop: nil).path(visit)
        }
    }

    private func draft(_ visit: DeskVisit) -> EventDraft? {
        guard let kind = visit.fields["genre"].flatMap(EventKind.init(rawValue:)),
            let name = visit.typed("nom"),
            let day = visit.fields["jour"].flatMap(CalendarDay.init(isoText:))
        else { return nil }
        var draft = EventDraft(kind, name, on: day)
        draft.startTime = visit.typed("heure")
        draft.place = visit.typed("lieu")
        draft.programme = visit.typed("programme")
        if kind == .rallyeEmploi {
            draft.stops = (visit.typed("etapes") ?? "").split(whereSeparator: \.isNewline)
                .map { EventDraft.StopDraft(host: String($0.prefix(200))) }
        }
        return draft
    }
}
