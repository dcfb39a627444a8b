import Foundation
import Tenancy
import Testing

struct CalendarDayTests: ImportSuite {
    @Test(arguments: [
        (1980, 2, 31), (1900, 2, 29), (2023, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1),
        (2024, 1, 0), (0, 1, 1), (10_000, 1, 1), (2024, 6, -1),
    ])
    func `a day that no calendar has is refused`(parts: (Int, Int, Int)) {
        #expect(CalendarDay(year: parts.0, month: parts.1, day: parts.2) == nil)
    }

    @Test func `leap days exist in the years that have them`() {
        #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil)
        #expect(CalendarDay(year: 2024, month: 2, day: 29) != nil)
    }

    @Test func `every day of three centuries follows the one before and reads back`() {
        let numbers = -62_000...50_000
        let days = numbers.compactMap { CalendarDay(daysSinceEpoch: $0) }
        #expect(days.map(\.daysSinceEpoch) == Array(numbers))
        #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
        #expect(days.allSatisfy { CalendarDay(isoText: $0.isoText) == $0 })
    }

    @Test func `known days have known numbers and texts`() {
        #expect(day(1970, 1, 1).daysSinceEpoch == 0)
        #expect(day(2000, 3, 1).daysSinceEpoch == 11_017)
        #expect(day(1, 1, 1).daysSinceEpoch == -719_162)
        #expect(day(9_999, 12, 31).daysSinceEpoch == 2_932_896)
        #expect(CalendarDay(daysSinceEpoch: 2_932_897) == nil)
        #expect(CalendarDay(daysSinceEpoch: Int.max) == nil)
        #expect(day(1980, 2, 1).isoText == "1980-02-01")
        #expect(day(1980, 2, 1).frenchText == "01/02/1980")
        #expect(day(812, 2, 1).isoText == "0812-02-01")
    }

    @Test(arguments: ["1980-2-1", "1980/02/01", "1980-02-31", "", "1980-02-01 ", "-980-02-01"])
    func `only a whole ISO day is read`(text: String) {
        #expect(CalendarDay(isoText: text) == nil)
    }

    @Test func `a day is one string in JSON`() throws {
        let data = try JSONEncoder().encode([day(1980, 2, 1)])
        #expect(String(decoding: data, as: UTF8.self) == "[\"1980-02-01\"]")
        #expect(try JSONDecoder().decode([CalendarDay].self, from: data) == [day(1980, 2, 1)])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDay].self, from: Data("[\"1980-02-31\"]".utf8))
        }
    }
}
