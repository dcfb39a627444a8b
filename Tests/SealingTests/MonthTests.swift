import Foundation
import Sealing
import TestKit
import Testing

/// Months, against the calendar of Foundation.
struct MonthTests {
    @Test func `a moment lies in the month of the calendar`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for day in stride(from: 0, to: 40_000, by: 1) {
            let milliseconds = UInt64(day) * 86_400_000 + 43_200_000
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 43_200)
            let parts = calendar.dateComponents([.year, .month], from: date)
            let month = Month(milliseconds: milliseconds)
            #expect(month.number == ((parts.year ?? 0) - 1_970) * 12 + (parts.month ?? 0) - 1)
            #expect(month.start <= Int64(milliseconds))
            #expect(try unwrap(month.advanced(by: 1)).start > Int64(milliseconds))
        }
    }

    @Test func `keys are over 45 days after their month, and no sooner`() throws {
        let month = try unwrap(Month(number: (2_026 - 1_970) * 12 + 10))
        #expect(month.description == "2026-11")
        let end = try unwrap(month.advanced(by: 1)).start + 45 * 86_400_000
        #expect(!month.isOver(at: UInt64(end - 1)))
        #expect(month.isOver(at: UInt64(end)))
        #expect(month.isOver(at: .max))
    }

    @Test func `the calendar ends in 9999`() throws {
        #expect(Month(milliseconds: .max).description == "9999-12")
        #expect(Month(number: Month.maximum)?.description == "9999-12")
        #expect(Month(number: Month.maximum + 1) == nil)
        #expect(Month(number: -1) == nil)
        #expect(try unwrap(Month(number: Month.maximum)).isOver(at: .max) == false)
    }
}
