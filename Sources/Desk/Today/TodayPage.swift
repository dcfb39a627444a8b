import Tenancy

/// The day at a glance.
struct TodayPage {
    let agent: String
    let day: String
    let events: [EventCard]
    let hasEvents: Bool
    let toDo: [String]
    let hasToDo: Bool
    let unsent: String
    let peers: [PeerRow]

    init(
        _ visit: DeskVisit,
        _ events: [EventCard],
        _ today: CalendarDay,
        agent: String,
        toDo: [String],
        _ state: ExchangeState
    ) {
        self.agent = agent
        day = visit.language.day(today)
        self.events = events
        hasEvents = !events.isEmpty
        self.toDo = toDo
        hasToDo = !toDo.isEmpty
        unsent = visit.language.count(Int(clamping: state.unsent), "unsent")
        peers = state.peers.map { PeerRow($0, visit.language) }
    }
}
