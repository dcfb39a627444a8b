import Foundation
import Tenancy
import Testing

/// The day as people live it.
struct FrenchTimeTests {
    @Test func `every hour of three years is as the time zone database says`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Paris"))
        let start: UInt64 = 1_704_067_200_000
        for hour in 0..<(3 * 366 * 24) as Range<UInt64> {
            let moment = start + hour * 3_600_000 + 1_799_999
            let date = Date(timeIntervalSince1970: Double(moment) / 1_000)
            let local = date.addingTimeInterval(Double(zone.secondsFromGMT(for: date)))
            let text = local.ISO8601Format()
            let expected = "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
            guard FrenchTime.text(moment) != expected else { continue }
            Issue.record("\(FrenchTime.text(moment)) is not \(expected)")
        }
        #expect(FrenchTime.text(start) == "2024-01-01 01:00")
    }

    @Test func `an hour of a day is the moment at which clocks show it`() throws {
        for (day, hour, expected) in [
            ("2026-02-12", 14, "2026-02-12 14:05"), ("2026-07-12", 0, "2026-07-12 00:05"),
            ("2026-03-29", 1, "2026-03-29 01:05"), ("2026-03-29", 3, "2026-03-29 03:05"),
            ("2026-10-25", 1, "2026-10-25 01:05"), ("2026-10-25", 3, "2026-10-25 03:05"),
        ] {
            let day = try #require(CalendarDay(isoText: day))
            let moment = try #require(FrenchTime.milliseconds(of: day, hour: hour, minute: 5))
            #expect(FrenchTime.text(moment) == expected)
        }
        let day = try #require(CalendarDay(isoText: "2026-02-12"))
        #expect(FrenchTime.milliseconds(of: day, hour: 24, minute: 0) == nil)
        #expect(FrenchTime.milliseconds(of: day, hour: 9, minute: 60) == nil)
    }
}
