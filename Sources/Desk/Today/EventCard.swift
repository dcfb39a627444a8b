import Tenancy

/// An event on a page, with the way to its list.
struct EventCard {
    let name: String
    let about: String
    let path: String
    /// How many are expected and how many came, where that was counted.
    var figures: String?

    init(_ event: Event, _ visit: DeskVisit) {
        name = event.name
        about = SheetPage.about(event, visit.language)
        path = SheetPlace(event: event.id, stop: nil).path(visit)
    }
}
