import Foundation
import Statistics
import Testing

struct UTCDayTests {
    @Test func `every day agrees with the calendar of Foundation`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for number in stride(from: 0, through: 99_999, by: 11) {
            let day = try #require(UTCDay(number: number))
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let (year, month, dayOfMonth) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            #expect(day.isoText == String(format: "%04d-%02d-%02d", year, month, dayOfMonth))
            #expect(day.frenchText == String(format: "%02d/%02d/%04d", dayOfMonth, month, year))
            #expect(UTCDay(iso: day.isoText) == day)
        }
    }

    @Test(arguments: [
        "2023-02-30", "2023-13-01", "2023-00-10", "2023-1-1", "23-01-01", "2023/01/01", "",
        "2023-02-13T", "-023-02-13", "1969-12-31", "2300-01-01", "2023-02-00", "2023-02-1３",
    ])
    func `an impossible or loose date is refused`(text: String) {
        #expect(UTCDay(iso: text) == nil)
    }

    @Test func `leap days exist in leap years only`() {
        #expect(UTCDay(iso: "2024-02-29") != nil)
        #expect(UTCDay(iso: "2000-02-29") != nil)
        #expect(UTCDay(iso: "2100-02-29") == nil)
        #expect(UTCDay(iso: "2023-02-13")?.number == 19_401)
        #expect(UTCDay(number: -1) == nil)
        #expect(UTCDay(number: 100_000) == nil)
    }
}
