import Tenancy

/// One request as a page tells of it.
struct RequestRow {
    let name: String
    let path: String
    let handle: String
    let kind: String
    let dates: String
    let answer: String?
    let isLate: Bool
    let isOpen: Bool
    /// Whether the person may take it back.
    let canLift: Bool

    init(_ visit: DeskVisit, _ request: RightsRequest, name: String, today: CalendarDay) {
        let language = visit.language
        self.name = name
        path = "/droits/dossier/" + visit.handle(request.tenant, .tenant)
        handle = visit.handle(request.id, .request)
        kind = language.word("right-" + request.kind.rawValue)
        isOpen = request.status == .open
        dates = [
            language.word(
                "requestDates",
                ["recue": language.day(request.receivedOn), "terme": language.day(request.dueOn)]
            ),
            isOpen ? nil : language.word("right-state-" + request.status.rawValue),
        ].compactMap(\.self).joined(separator: " · ")
        answer = request.answer
        isLate = request.isLate(on: today)
        canLift = request.kind.stopsUse && [.open, .done].contains(request.status)
    }
}
