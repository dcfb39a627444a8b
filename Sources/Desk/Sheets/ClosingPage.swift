import Tenancy

/// What closing a list would note of whom.
struct ClosingPage {
    let name: String
    let about: String
    let path: String
    let back: String
    /// Why it cannot be closed; nil where it can.
    let refusal: String?
    let question: String
    let people: [String]

    init(
        _ visit: DeskVisit,
        _ place: SheetPlace,
        _ event: Event,
        _ lines: [SheetLine],
        today: CalendarDay
    ) {
        let language = visit.language
        let whole = SheetPlace(event: place.event, stop: nil)
        name = event.name
        about = SheetPage.about(event, language)
        path = whole.path(visit, "cloture")
        back = whole.path(visit)
        let missing = lines.filter { line in
            line.person.registration == .registered && line.mark == nil
                && (line.person.status == .upcoming || line.person.status == .toClarify)
        }
        people = missing.map(SheetPage.name)
        question = language.count(missing.count, "closingAbsent")
        let isEarly = today < event.day || event.status == .cancelled
        refusal = isEarly ? language.word("closingTooEarly") : nil
    }
}
