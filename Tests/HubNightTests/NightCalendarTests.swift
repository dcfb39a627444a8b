import Foundation
import Hub
import TestKit
import Testing

/// Whatever the clock on the wall does, each UTC day has one night.
struct NightCalendarTests {
    /// The moments at which a timer of the wall clock in Paris fires, as systemd and cron do: at an
    /// hour that the day skips it fires late, at one that comes twice it fires twice.
    private func moments(_ days: [String], hour: Int, minute: Int) throws -> [Date] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/Paris"))
        return try days.flatMap { text -> [Date] in
            let parts = text.split(separator: "-").compactMap { Int($0) }
            let midnight = try #require(
                calendar.date(
                    from: DateComponents(year: parts[0], month: parts[1], day: parts[2])
                )
            )
            let wanted = DateComponents(hour: hour, minute: minute)
            let end = try #require(calendar.date(byAdding: .day, value: 1, to: midnight))
            let first = try #require(
                calendar.nextDate(
                    after: midnight.addingTimeInterval(-1),
                    matching: wanted,
                    matchingPolicy: .nextTime,
                    repeatedTimePolicy: .first
                )
            )
            let last = try #require(
                calendar.nextDate(
                    after: midnight.addingTimeInterval(-1),
                    matching: wanted,
                    matchingPolicy: .nextTime,
                    repeatedTimePolicy: .last
                )
            )
            return first == last || last >= end ? [first] : [first, last]
        }
    }

    /// The nights around both changes of 2026, the end of February 2028, and the turn of a year.
    private static let days = [
        "2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26",
        "2027-12-31", "2028-01-01", "2028-02-28", "2028-02-29", "2028-03-01",
    ]

    /// The days of the nights that were made at some moments; a moment whose day is done makes none.
    private func nights(at moments: [Date]) async throws -> [String] {
        let world = try await NightWorld()
        var made: [String] = []
        for moment in moments {
            world.clock.set(UInt64(moment.timeIntervalSince1970 * 1_000))
            let order = HubOrder.reconcile(day: nil, drops: [], again: false)
            guard case .reconciled(let report, let isNew) = try await world.done(order) else {
                Issue.record("no report")
                continue
            }
            if isNew { made.append(report.day) }
        }
        return made
    }

    @Test func `the timer that is shipped, in UTC, makes one night each day`() async throws {
        let moments = try Self.days.map { day in
            try #require(try? Date("\(day)T01:30:00Z", strategy: .iso8601))
        }
        #expect(try await nights(at: moments) == Self.days)
    }

    @Test(arguments: [(2, 30), (3, 0)])
    func `a timer of the wall clock in Paris, after two, makes one night each day as well`(
        _ hour: Int,
        _ minute: Int
    ) async throws {
        let moments = try moments(Self.days, hour: hour, minute: minute)
        let repeated = (hour, minute) == (2, 30) ? 1 : 0
        #expect(moments.count == Self.days.count + repeated)
        #expect(try await nights(at: moments) == Self.days)
    }

    /// Before two, the offset from UTC changes the day: one has two moments, another none.
    ///
    /// What came on the one without is in the next night.
    @Test func `a timer between midnight and two never makes two nights of one day`() async throws {
        let moments = try moments(Self.days, hour: 1, minute: 0)
        let made = try await nights(at: moments)
        #expect(made.count == Self.days.count - 1)
        #expect(Set(made).count == made.count)
    }

    @Test func `a clock that was set back finds its night done`() async throws {
        let world = try await NightWorld()
        let first = try await world.night()
        world.clock.advance(days: 1)
        try await world.night()
        world.clock.advance(days: -1)
        #expect(try await world.night() == first)
    }
}
