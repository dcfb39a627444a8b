import Tenancy

/// Where somebody is looked for who is not on the list.
struct NewcomerPage {
    let event: String
    let path: String
    let back: String
    let search: String?
    let hasSearched: Bool
    let found: [FoundPerson]
    let nobody: Bool
    let button: String
    /// What tells this form from the same form sent again.
    let key: String
    let lastName: String
    let firstName: String

    init(
        _ visit: DeskVisit,
        _ place: SheetPlace,
        _ event: Event,
        found: [Tenant]?,
        key: String,
        today: CalendarDay
    ) {
        self.event = event.name
        path = place.path(visit, "ajout")
        back = place.path(visit)
        search = visit.search
        hasSearched = found != nil
        self.found = (found ?? []).map { FoundPerson($0, visit) }
        nobody = found?.isEmpty ?? false
        button = visit.language.word(today < event.day ? "registerHim" : "isHere")
        self.key = key
        // What was typed is mostly « last first »: a number is no name.
        let words = (visit.search ?? "").split(separator: " ").map(String.init)
            .filter { !$0.contains(where: \.isNumber) }
        lastName = words.first ?? ""
        firstName = words.dropFirst().joined(separator: " ")
    }
}
