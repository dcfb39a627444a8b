import GRDB

/// What the figures need to know of an event.
struct EventFact {
    let key: RowKey
    /// The moment at which its day begins in France: who was registered earlier was so before the day.
    let start: UInt64
    /// Whether what is noted of its list should be complete.
    let isPast: Bool
    /// Whether its day has come: who is registered for a later one cannot have come yet.
    let hasCome: Bool
    let isCancelled: Bool
    let isRally: Bool

    /// Reads `id, kind, starts_on, status`.
    init?(_ row: Row, asOf day: CalendarDay) throws {
        guard let key = try RowKey(row, 0),
            let date = (row[2] as String?).flatMap(CalendarDay.init(isoText:))
        else { return nil }
        self.key = key
        let status: String? = row[3]
        start = FrenchTime.milliseconds(of: date, hour: 0, minute: 0) ?? 0
        isPast = date < day || status == EventStatus.closed.rawValue
        hasCome = date <= day
        isCancelled = status == EventStatus.cancelled.rawValue
        isRally = row[1] == EventKind.rallyeEmploi.rawValue
    }
}
