import Records
import Statistics
import Tenancy

/// The list of an event, to tick on.
struct SheetPage {
    struct Row {
        let id: String
        let name: String
        /// What tells two people of one name apart, or that they opposed the use of their data.
        let birth: String?
        let state: String
        /// The name of the state, for its colour.
        let kind: String
        /// The button that does what is likeliest; none where nothing can be said yet.
        let value: String?
        let label: String
        let undoes: Bool
        let more: String
        let seed: String
    }

    struct Figure {
        let label: String
        let text: String
    }

    let name: String
    let about: String
    let isOpen: Bool
    let path: String
    let add: String
    let close: String
    let stops: [DeskFrame.Link]
    let hasStops: Bool
    let counts: [Figure]
    let rates: [Figure]
    /// How many of the list are here, always in sight.
    let summary: String
    let rows: [Row]
    let hasRows: Bool
    /// What was searched; the rows are those that it finds.
    let search: String?
    let clock: String?
    /// Where the offers of this stop are counted; none but at a stop.
    let offers: String?
    let key: String

    init(
        _ visit: DeskVisit,
        _ place: SheetPlace,
        _ event: Event,
        stops: [EventStop],
        lines: [SheetLine],
        _ indicators: Indicators,
        key: String,
        opposition: Opposition,
        today: CalendarDay
    ) {
        let language = visit.language
        name = event.name
        about = Self.about(event, language)
        isOpen = event.status != .closed && event.status != .cancelled
        path = place.path(visit)
        offers = place.stop.map { _ in place.path(visit, "offres") }
        self.key = key
        add = place.path(visit, "ajout")
        close = SheetPlace(event: place.event, stop: nil).path(visit, "cloture")
        self.stops = Self.links(visit, place, stops)
        hasStops = !stops.isEmpty
        counts = Self.counts(indicators.counts, language)
        rates = ((try? indicators.rates) ?? [])
            .filter { [.showUp, .noShowRate, .unknown].contains($0.kind) && $0.denominator > 0 }
            .map { Figure(label: language.label($0.kind), text: language.rate($0)) }
        search = visit.search
        summary = language.word(
            "onList",
            [
                "ici": "\(lines.count { SheetState($0, at: place).isPresent })",
                "tous": "\(lines.count)",
            ]
        )
        let homonyms = Self.homonyms(lines)
        let wanted = visit.search.map(SearchKey.fold)
        rows = lines.filter { line in
            wanted.map { SearchKey.fold(Self.name(line)).contains($0) } ?? true
        }.map { line in
            Self.row(
                visit,
                place,
                line,
                homonyms,
                isOpposed: opposition.contains(line.tenant),
                canTick: today >= event.day
            )
        }
        hasRows = !rows.isEmpty
        clock =
            today < event.day
            ? language.word(
                "sheetTooEarly",
                ["jour": language.day(event.day), "poste": language.day(today)]
            ) : nil
    }

    /// « MARTIN Zoé »: as people are looked for on a list.
    static func name(_ line: SheetLine) -> String {
        Tenant.listName(last: line.lastName, first: line.firstName)
    }

    static func about(_ event: Event, _ language: DeskLanguage) -> String {
        [
            language.word("event-" + event.kind.rawValue), language.day(event.day),
            event.startTime, event.place, language.word("status-" + event.status.rawValue),
        ].compactMap(\.self).joined(separator: " · ")
    }

    private static func links(
        _ visit: DeskVisit,
        _ place: SheetPlace,
        _ stops: [EventStop]
    ) -> [DeskFrame.Link] {
        let whole = SheetPlace(event: place.event, stop: nil)
        let first = DeskFrame.Link(
            href: whole.path(visit),
            label: visit.language.word("sheetWhole"),
            current: place.stop == nil
        )
        return [first]
            + stops.map { stop in
                DeskFrame.Link(
                    href: SheetPlace(event: place.event, stop: stop.id).path(visit),
                    label: "\(stop.rank). \(stop.host)",
                    current: place.stop == stop.id
                )
            }
    }

    private static func counts(_ counts: Counts, _ language: DeskLanguage) -> [Figure] {
        let shown: [Indicator] = [
            .registered, .registeredPresent, .walkIns, .participants, .excused, .noShow,
            .toClarify, .rallyStopPassages,
            .rallyOffersBroughtBack, .rallyMatches, .rallyInterviews,
        ]
        let always: Set<Indicator> = [.registered, .registeredPresent, .participants]
        return shown.filter { always.contains($0) || counts[$0] > 0 }.map { indicator in
            Figure(
                label: language.word("count-" + indicator.code),
                text: FrenchText.integer(counts[indicator])
            )
        }
    }

    /// The names that more than one person on the list bears.
    private static func homonyms(_ lines: [SheetLine]) -> Set<String> {
        let names = Dictionary(grouping: lines) { SearchKey.fold(name($0)) }
        return Set(names.filter { $0.value.count > 1 }.keys)
    }

    private static func row(
        _ visit: DeskVisit,
        _ place: SheetPlace,
        _ line: SheetLine,
        _ homonyms: Set<String>,
        isOpposed: Bool,
        canTick: Bool
    ) -> Row {
        let language = visit.language
        let handle = visit.handle(line.tenant, .tenant)
        let state = SheetState(line, at: place)
        let name = name(line)
        let birth =
            homonyms.contains(SearchKey.fold(name))
            ? line.birthDate.map { language.word("bornOn", ["jour": language.day($0)]) } : nil
        let action: TickOrder.Action = state.isPresent ? .undo : .present
        return Row(
            id: handle,
            name: name,
            birth: isOpposed ? language.word("opposedBadge") : birth,
            state: state.text(language),
            kind: state.kind,
            value: canTick ? TickOrder.text(handle, action, over: line.mark) : nil,
            label: language.word(state.isPresent ? "undo" : "present"),
            undoes: state.isPresent,
            more: place.path(visit, "personne/" + handle),
            seed: SearchKey.fold(name)
        )
    }
}
