import Statistics
import Tenancy

/// The days of the story.
struct DemoCalendar: Sendable {
    let importDay: CalendarDay
    let registrationDay: CalendarDay
    let rdvDay: CalendarDay
    let secondRegistrationDay: CalendarDay
    let rallyeDay: CalendarDay
    let programme: Programme

    init() throws {
        func day(_ text: String) throws -> CalendarDay {
            guard let day = CalendarDay(isoText: text) else {
                throw TenancyError(.badValue, "\(text) is no day")
            }
            return day
        }
        importDay = try day("2026-01-20")
        registrationDay = try day("2026-01-27")
        rdvDay = try day("2026-02-03")
        secondRegistrationDay = try day("2026-02-04")
        rallyeDay = try day("2026-02-06")
        guard let start = UTCDay(number: importDay.daysSinceEpoch),
            let end = UTCDay(iso: "2026-12-31")
        else { throw TenancyError(.badValue, "the days of the programme cannot be read") }
        programme = try Programme(
            code: "400L",
            name: "400 locataires vers l’emploi",
            objective: 400,
            start: start,
            end: end
        )
    }
}
