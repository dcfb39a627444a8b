extension CalendarDay {
    /// The same day some months later or earlier, or the last of that month where it has none such.
    package func adding(months: Int) -> CalendarDay? {
        let month = year * 12 + self.month - 1 + months
        guard month >= 12 else { return nil }
        return (0..<4).lazy.compactMap { less in
            CalendarDay(year: month / 12, month: month % 12 + 1, day: day - less)
        }.first
    }
}
