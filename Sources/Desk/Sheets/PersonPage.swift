import Tenancy

/// One person on a list: every mark that can be made, and who knows them.
struct PersonPage {
    struct Button {
        let value: String
        let label: String
    }

    let name: String
    let state: String
    let event: String
    let back: String
    let tick: String
    let buttons: [Button]
    let situation: String
    let handle: String
    let institutions: [FormOption]

    init(
        _ visit: DeskVisit,
        _ place: SheetPlace,
        _ event: Event,
        _ line: SheetLine,
        today: CalendarDay
    ) {
        let language = visit.language
        let handle = visit.handle(line.tenant, .tenant)
        name = SheetPage.name(line)
        state = SheetState(line, at: place).text(language)
        self.event = event.name
        back = place.path(visit)
        tick = place.path(visit, "pointer")
        situation = place.path(visit, "situation")
        self.handle = handle
        var actions: [TickOrder.Action] = today < event.day ? [] : [.present, .signed]
        actions.append(.excused)
        if today >= event.day { actions.append(.absent) }
        if line.mark != nil { actions.append(.undo) }
        buttons = actions.map { action in
            Button(
                value: TickOrder.text(handle, action, over: line.mark),
                label: language.word("do-" + action.rawValue)
            )
        }
        institutions = Institution.allCases.map {
            FormOption(code: $0.rawValue, label: $0.libelle)
        }
    }
}
