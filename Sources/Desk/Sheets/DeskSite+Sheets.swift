import Records
import ReplicaStore
import Seams
import Tenancy
import WebPages

extension DeskSite {
    /// The pages of one event: `/emargement/EVENT`, `/emargement/EVENT/etape/STOP`, and what is done
    /// there.
    func sheets(_ visit: DeskVisit, _ parts: [String]) throws -> DeskAnswer {
        let event = try visit.id(parts[1], .event)
        var rest = Array(parts.dropFirst(2))
        var stop: RecordID?
        if rest.count >= 2, rest[0] == "etape" {
            stop = try visit.id(rest[1], .stop)
            rest.removeFirst(2)
        }
        let place = SheetPlace(event: event, stop: stop)
        switch (visit.request.method, rest.first, rest.count) {
        case (.get, nil, 0): return try sheet(visit, place)
        case (.post, "pointer", 1): return try tick(visit, place)
        case (.post, "chercher", 1): return try keepSearch(visit, place.path(visit))
        case (.post, "offres", 1): return try addOffers(visit, place)
        case (.get, "cloture", 1): return try closing(visit, place)
        case (.post, "cloture", 1): return try close(visit, place)
        case (.get, "personne", 2): return try person(visit, place, rest[1])
        case (.post, "situation", 1): return try noteSituation(visit, place)
        case (_, "ajout", 1...): return try newcomers(visit, place, Array(rest.dropFirst()))
        default: throw DeskRefusal.missing
        }
    }

    private func sheet(_ visit: DeskVisit, _ place: SheetPlace) throws -> DeskAnswer {
        let event = try store.event(place.event)
        let page = SheetPage(
            visit,
            place,
            event,
            stops: try store.stops(ofEvent: place.event),
            lines: try store.sheet(ofEvent: place.event, stop: place.stop),
            try store.indicators(.event(place.event)),
            key: freshName(),
            opposition: try store.opposition(),
            today: try store.currentDay()
        )
        let title = visit.language.word("sheetTitle")
        return try self.page(.liste, page, visit, title: title, section: "/actions")
    }

    /// Counts offers that a team brought back from a stop; the same form sent twice counts once.
    private func addOffers(_ visit: DeskVisit, _ place: SheetPlace) throws -> DeskAnswer {
        guard let stop = place.stop else { throw DeskRefusal.missing }
        let path = place.path(visit)
        return try once(visit, path, refusal: "offersRefused", told: "offersAdded") {
            guard let count = visit.number("offres") else { return nil }
            try store.addOffers(count, atStop: stop)
            return stop
        } leadingTo: { _ in
            path
        }
    }

    /// Keeps what was searched out of every link.
    func keepSearch(_ visit: DeskVisit, _ path: String) throws -> DeskAnswer {
        guard let text = visit.typed("q") else { return .redirect(path) }
        let name = freshName()
        let kept = String(text.prefix(200))
        sessions.update(visit.token) { $0.keep(kept, as: name) }
        return .redirect(path + "?r=" + name)
    }

    /// A name that nobody guesses.
    func freshName() -> String { SessionToken(world.environment.entropy).text }

    private func tick(_ visit: DeskVisit, _ place: SheetPlace) throws -> DeskAnswer {
        let order = try TickOrder(visit.fields["pointer"], visit)
        let path = place.path(visit) + "#p-" + visit.handle(order.tenant, .tenant)
        // Who came without being registered leaves the list with the tick that is taken back.
        let tenant = try store.tenant(order.tenant)
        let line = try line(order.tenant, place)
        let event = try store.event(place.event)
        let today = try store.currentDay()
        if [.seen, .noshow].contains(order.action.mark?.status), today < event.day {
            let day = visit.language.day(event.day)
            let text = visit.language.word("tickTooEarly", ["jour": day])
            return done(visit, path, text, isWarning: true)
        }
        let answer = try write(order, place, isRegistered: line?.person.isOnList ?? false)
        return told(visit, path, answer, order.action, tenant.listName)
    }

    private func line(_ tenant: RecordID, _ place: SheetPlace) throws -> SheetLine? {
        try store.sheet(ofEvent: place.event, stop: place.stop).first { $0.tenant == tenant }
    }

    private func write(
        _ order: TickOrder,
        _ place: SheetPlace,
        isRegistered: Bool
    ) throws -> TickAnswer {
        guard let mark = order.action.mark else {
            return try store.undoCheckIn(
                order.tenant,
                at: place.event,
                stop: place.stop,
                over: order.shown
            )
        }
        var tick = Tick(order.tenant, at: place.event, mark)
        tick.stop = place.stop
        tick.walkIn = !isRegistered
        return try store.checkIn(tick, over: order.shown)
    }

    private func told(
        _ visit: DeskVisit,
        _ path: String,
        _ answer: TickAnswer,
        _ action: TickOrder.Action,
        _ name: String
    ) -> DeskAnswer {
        let language = visit.language
        switch answer {
        case .written, .already:
            let what = language.word("tick-" + action.rawValue)
            return done(visit, path, language.word("tickDone", ["qui": name, "quoi": what]))
        case .changed(let mark):
            let what = mark.map { language.word("mark-" + $0.status.rawValue) }
            let state = what ?? language.word("markNone")
            let text = language.word("tickChanged", ["qui": name, "quoi": state])
            return done(visit, path, text, isWarning: true)
        }
    }
}

extension AttendanceLine {
    /// Whether they are on the list of those registered, so that no tick makes a walk-in of them.
    var isOnList: Bool { registration == .registered || registration == .withdrawn }
}
