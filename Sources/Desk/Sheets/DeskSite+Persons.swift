import Records
import Tenancy
import WebPages

extension DeskSite {
    /// Everything that can be said of one person on a list, in large buttons.
    func person(_ visit: DeskVisit, _ place: SheetPlace, _ handle: String) throws -> DeskAnswer {
        let id = try visit.id(handle, .tenant)
        let lines = try store.sheet(ofEvent: place.event, stop: place.stop)
        guard let line = lines.first(where: { $0.tenant == id }) else { throw DeskRefusal.missing }
        let page = PersonPage(
            visit,
            place,
            try store.event(place.event),
            line,
            today: try store.currentDay()
        )
        let title = visit.language.word("personTitle")
        return try self.page(.personne, page, visit, title: title, section: "/actions")
    }

    /// Notes which institutions know somebody, as they say today.
    func noteSituation(_ visit: DeskVisit, _ place: SheetPlace) throws -> DeskAnswer {
        let id = try visit.id(visit.fields["personne"], .tenant)
        let path = place.path(visit) + "#p-" + visit.handle(id, .tenant)
        guard let known = try Self.knownTo(visit) else {
            return done(visit, path, visit.language.word("situationUnclear"), isWarning: true)
        }
        try store.noteSituation(of: id, on: try store.currentDay(), known)
        return done(visit, path, visit.language.word("situationDone"))
    }

    /// What was answered; nil where the answer and the institutions do not fit together.
    static func knownTo(_ visit: DeskVisit) throws -> KnownTo? {
        let institutions = Institution.allCases.filter { visit.fields[$0.rawValue] != nil }
        guard let answer = visit.fields["reponse"].flatMap(KnownAnswer.init(rawValue:)) else {
            return institutions.isEmpty ? nil : .institutions(Set(institutions))
        }
        return try? KnownTo(answer, Set(institutions))
    }
}
