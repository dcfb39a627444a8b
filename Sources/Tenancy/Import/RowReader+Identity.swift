extension RowReader {
    private static let firstBirth = 1_900

    /// A name; a cell with no letter and no digit (« - », « ? ») holds none.
    package mutating func name(
        _ field: CanonicalField,
        orElse missing: (String) -> RejectReason
    ) -> String? {
        if let name = text(field), !SearchKey.fold(name).isEmpty { return name }
        reject(missing, field)
        return nil
    }

    package mutating func birthDate() -> CalendarDay? {
        guard let text = text(.birthDate) else {
            return refuseBirth { .birthDateMissing(column: $0) }
        }
        switch DateText.read(text, today: today) {
        case .day(let day):
            return plausible(day)
        case .serial(let day):
            warn(.birthDateSerial, .birthDate)
            return plausible(day)
        case .twoDigitYear(let day):
            warn(.birthDateTwoDigitYear, .birthDate)
            return plausible(day)
        case .impossible:
            return refuseBirth { .birthDateImpossible(column: $0) }
        case .unreadable:
            return refuseBirth { .birthDateUnreadable(column: $0) }
        }
    }

    private mutating func plausible(_ day: CalendarDay) -> CalendarDay? {
        if day > today { return refuseBirth { .birthDateInFuture(column: $0) } }
        if day.year < Self.firstBirth { return refuseBirth { .birthDateBefore1900(column: $0) } }
        return day
    }

    private mutating func refuseBirth(_ reason: (String) -> RejectReason) -> CalendarDay? {
        reject(reason, .birthDate)
        return nil
    }

    package mutating func title() -> CivilTitle? {
        guard let text = text(.title) else { return nil }
        let title = CivilTitle(reading: text)
        if title == nil { warn(.titleUnknown, .title) }
        return title
    }
}
