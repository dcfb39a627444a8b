import Tenancy

extension DeskSite {
    /// The page that says what closing would note, before it is done.
    func closing(_ visit: DeskVisit, _ place: SheetPlace) throws -> DeskAnswer {
        let event = try store.event(place.event)
        let lines = try store.sheet(ofEvent: place.event)
        let page = ClosingPage(visit, place, event, lines, today: try store.currentDay())
        let title = visit.language.word("closingTitle")
        return try self.page(.cloture, page, visit, title: title, section: "/actions")
    }

    /// Closes the list: what is said of anybody stays.
    func close(_ visit: DeskVisit, _ place: SheetPlace) throws -> DeskAnswer {
        let path = SheetPlace(event: place.event, stop: nil).path(visit)
        let event = try store.event(place.event)
        guard event.status != .cancelled, try store.currentDay() >= event.day else {
            return done(visit, path, visit.language.word("closingTooEarly"), isWarning: true)
        }
        let absent = try store.close(place.event)
        return done(visit, path, visit.language.count(absent, "closedAbsent"))
    }
}
