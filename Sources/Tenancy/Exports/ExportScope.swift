/// Of which events and people an export is.
package struct ExportScope: Equatable, Sendable {
    /// The code of a programme; nil for all.
    package var programme: String?
    /// The first and the last day of the events; nil where it is open.
    package var from: CalendarDay?
    package var to: CalendarDay?

    package init(programme: String? = nil, from: CalendarDay? = nil, to: CalendarDay? = nil) {
        self.programme = programme
        self.from = from
        self.to = to
    }

    /// Whether nobody is left out.
    var isWhole: Bool { programme == nil && from == nil && to == nil }

    func includes(_ event: Event) -> Bool {
        (programme == nil || event.programme == programme) && from.map { $0 <= event.day } ?? true
            && to.map { event.day <= $0 } ?? true
    }
}
