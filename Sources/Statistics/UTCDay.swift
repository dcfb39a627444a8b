/// A day of the UTC calendar, as a number of days since 1 January 1970.
package struct UTCDay: Sendable, Hashable, Comparable {
    package let number: Int

    /// From 1 January 1970 to 15 October 2243.
    package static let range = 0...99_999

    package init?(number: Int) {
        guard Self.range.contains(number) else { return nil }
        self.number = number
    }

    /// Reads « 2023-02-13 » and nothing looser.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Self.digits(bytes[0..<4]), let month = Self.digits(bytes[5..<7]),
            let day = Self.digits(bytes[8..<10]), (1...12).contains(month), day >= 1
        else { return nil }
        self.init(number: Self.dayNumber(year: year, month: month, day: day))
        // An impossible date such as 30 February comes back as another one.
        guard isoText == text else { return nil }
    }

    package static func < (left: UTCDay, right: UTCDay) -> Bool {
        left.number < right.number
    }

    /// « 2023-02-13 ».
    package var isoText: String {
        let (year, month, day) = civil
        return [FrenchText.padded(year, to: 4), Self.two(month), Self.two(day)]
            .joined(separator: "-")
    }

    /// « 13/02/2023 ».
    package var frenchText: String {
        let (year, month, day) = civil
        return [Self.two(day), Self.two(month), FrenchText.padded(year, to: 4)]
            .joined(separator: "/")
    }

    private static func two(_ value: Int) -> String { FrenchText.padded(value, to: 2) }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
