import Tenancy

/// The day at a glance.
struct TodayPage {
    let agent: String
    let day: String
    let events: [EventCard]
    let hasEvents: Bool

    init(_ visit: DeskVisit, _ events: [EventCard], _ today: CalendarDay, agent: String) {
        self.agent = agent
        day = visit.language.day(today)
        self.events = events
        hasEvents = !events.isEmpty
    }
}
