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
        let key = visit.fields["cle"] ?? ""
        if let made = sessions.session(visit.token)?.row(madeBy: key) {
            return .redirect(SheetPlace(event: made, stop: nil).path(visit))
        }
        guard let draft = draft(visit) else {
            return done(visit, "/actions", visit.language.word("eventRefused"), isWarning: true)
        }
        let id: RecordID
        do {
            id = try store.add(draft)
        } catch let error as TenancyError where error.code == .badValue {
            return done(visit, "/actions", visit.language.word("eventRefused"), isWarning: true)
        }
        if !key.isEmpty { sessions.update(visit.token) { $0.note(id, madeBy: key) } }
        let path = SheetPlace(event: id, stop: nil).path(visit)
        return done(visit, path, visit.language.word("eventAdded"))
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
