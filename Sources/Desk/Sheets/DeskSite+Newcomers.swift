import Records
import Tenancy
import WebPages

extension DeskSite {
    /// Somebody who is not on the list: looked for first, made only where nobody is found.
    func newcomers(
        _ visit: DeskVisit,
        _ place: SheetPlace,
        _ rest: [String]
    ) throws -> DeskAnswer {
        switch (visit.request.method, rest.first, rest.count) {
        case (.get, nil, 0): return try search(visit, place)
        case (.post, "chercher", 1): return try keepSearch(visit, place.path(visit, "ajout"))
        case (.post, "venir", 1):
            return try welcome(try visit.id(visit.fields["personne"], .tenant), visit, place)
        case (.post, "creer", 1): return try create(visit, place)
        default: throw DeskRefusal.missing
        }
    }

    private func search(_ visit: DeskVisit, _ place: SheetPlace) throws -> DeskAnswer {
        let today = try store.currentDay()
        let found = try visit.search.map { try people.find($0, limit: 12) }
        let page = NewcomerPage(
            visit,
            place,
            try store.event(place.event),
            found: found,
            key: freshName(),
            today: today
        )
        return try self.page(.ajout, page, visit, title: title(visit), section: "/actions")
    }

    private func title(_ visit: DeskVisit) -> String { visit.language.word("newcomerTitle") }

    /// Before the day somebody is registered; on the day they are there, without a registration.
    private func welcome(
        _ tenant: RecordID,
        _ visit: DeskVisit,
        _ place: SheetPlace
    ) throws -> DeskAnswer {
        let event = try store.event(place.event)
        let file = try store.tenant(tenant)
        let path = place.path(visit) + "#p-" + visit.handle(file.id, .tenant)
        if try store.currentDay() < event.day {
            guard !event.isOver else {
                return done(visit, path, visit.language.word("eventIsOver"), isWarning: true)
            }
            try store.register(file.id, for: event.id)
            let text = visit.language.word("registerDone", ["qui": file.listName])
            return done(visit, path, text)
        }
        var tick = Tick(file.id, at: event.id, AttendanceMark(.seen, .typed))
        tick.stop = place.stop
        tick.walkIn = true
        let line = try store.sheet(ofEvent: event.id, stop: place.stop)
            .first { $0.tenant == file.id }
        _ = try store.checkIn(tick, over: line?.mark)
        let what = visit.language.word("tick-present")
        let text = visit.language.word("tickDone", ["qui": file.listName, "quoi": what])
        return done(visit, path, text)
    }

    /// Makes a file, unless one that looks alike is there and nobody said that it is another's.
    private func create(_ visit: DeskVisit, _ place: SheetPlace) throws -> DeskAnswer {
        let form = NewcomerForm(visit)
        let today = try store.currentDay()
        let key = visit.fields["cle"] ?? ""
        // Sent twice, a form makes one file.
        if let made = sessions.session(visit.token)?.row(madeBy: key) {
            return try welcome(made, visit, place)
        }
        let back = place.path(visit, "ajout")
        if let field = form.mistake(today: today) {
            let name = visit.language.word("field-" + field.rawValue)
            let text = visit.language.word("fieldRefused", ["champ": name])
            return done(visit, back, text, isWarning: true)
        }
        if visit.fields["autre"] == nil {
            let alike = try alike(form)
            if !alike.isEmpty {
                let page = LikenessPage(visit, place, form, alike, key: key)
                return try self.page(
                    .ressemblances,
                    page,
                    visit,
                    title: title(visit),
                    section: "/actions"
                )
            }
        }
        let tenant = try store.addTenant(form.typed).tenant
        if !key.isEmpty { sessions.update(visit.token) { $0.note(tenant.id, madeBy: key) } }
        return try welcome(tenant.id, visit, place)
    }

    private func alike(_ form: NewcomerForm) throws -> [Tenant] {
        var seen: Set<RecordID> = []
        return try form.queries.flatMap { try people.find($0, limit: 6) }
            .filter { seen.insert($0.id).inserted }
    }
}
