extension CalendarDay {
    /// The ISO 8601 text, `1980-02-01`; its alphabetical order is the order of the days.
    package var isoText: String {
        "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    /// The text shown to people, `01/02/1980`.
    package var frenchText: String {
        "\(Self.padded(day, to: 2))/\(Self.padded(month, to: 2))/\(Self.padded(year, to: 4))"
    }

    /// Reads exactly `yyyy-mm-dd`; anything else is nil.
    package init?(isoText: String) {
        let bytes = Array(isoText.utf8)
        guard bytes.count == 10, bytes[4] == Ascii.hyphen, bytes[7] == Ascii.hyphen,
            let year = Ascii.number(bytes[0..<4]), let month = Ascii.number(bytes[5..<7]),
            let day = Ascii.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension CalendarDay: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = CalendarDay(isoText: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "A day is written yyyy-mm-dd."
            )
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(isoText)
    }
}
