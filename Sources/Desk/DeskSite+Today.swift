import Statistics
import Tenancy

extension DeskSite {
    /// The first page: what happens today, what is left to decide, how fresh all this is.
    func today(_ visit: DeskVisit) throws -> DeskAnswer {
        let today = try store.currentDay()
        let events = try store.events().filter { $0.day == today }
        let cards = try events.map { event in
            var card = EventCard(event, visit)
            let counts = try store.indicators(.event(event.id)).counts
            card.figures =
                visit.language.count(counts[.registered], "registered") + " · "
                + visit.language.count(counts[.participants], "present-count")
            return card
        }
        let page = TodayPage(visit, cards, today, agent: store.agent)
        let title = visit.language.word("todayTitle")
        return try self.page(.jour, page, visit, title: title, section: "/")
    }
}
