import GRDB
import Records

/// What holds somebody back, since when, and until when.
package struct Barrier: Hashable, Sendable {
    package let id: RecordID
    package let theme: BarrierTheme
    package let level: BarrierLevel?
    package let notedOn: CalendarDay
    package let endedOn: CalendarDay?

    init?(_ row: Row) {
        guard let id = RecordID(row, "id"),
            let theme = (row["theme"] as String?).flatMap(BarrierTheme.init(rawValue:)),
            let day = (row["noted_on"] as String?).flatMap(CalendarDay.init(isoText:))
        else { return nil }
        (self.id, self.theme, notedOn) = (id, theme, day)
        level = (row["level"] as String?).flatMap(BarrierLevel.init(rawValue:))
        endedOn = (row["ended_on"] as String?).flatMap(CalendarDay.init(isoText:))
    }
}
