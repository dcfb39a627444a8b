import Statistics
import Tenancy

/// The events of the landlord, and the form of a new one.
struct EventsPage {
    let coming: [EventCard]
    let past: [EventCard]
    let hasComing: Bool
    let hasPast: Bool
    let kinds: [FormOption]
    let programmes: [FormOption]
    let today: String
    let key: String

    init(
        _ visit: DeskVisit,
        _ events: [Event],
        programmes: [Programme],
        key: String,
        today: CalendarDay
    ) {
        let language = visit.language
        coming = events.filter { $0.day >= today }.map { EventCard($0, visit) }
        past = events.filter { $0.day < today }.reversed().map { EventCard($0, visit) }
        hasComing = !coming.isEmpty
        hasPast = !past.isEmpty
        kinds = EventKind.allCases.map {
            FormOption(code: $0.rawValue, label: language.word("event-" + $0.rawValue))
        }
        self.programmes = programmes.map { FormOption(code: $0.code, label: $0.name) }
        self.today = today.isoText
        self.key = key
    }
}
