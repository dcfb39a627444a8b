import Tenancy
import Testing

struct DateTextTests: ImportSuite {
    @Test(arguments: [
        "01/02/1980", "1/2/1980", "01-02-1980", "01.02.1980", "1980-02-01", "1980/2/1",
        "01/02/1980 00:00:00", "1980-02-01T00:00:00Z", "1980-02-01 00:00:00.000", "1/2/1980 0:00",
    ])
    func `the usual ways of writing a day are read`(text: String) {
        #expect(DateText.read(text, today: today) == .day(day(1980, 2, 1)))
    }

    @Test(arguments: ["31/02/1980", "00/00/0000", "12/13/1980", "1980-02-30", "29/02/1981"])
    func `a day that does not exist is impossible`(text: String) {
        #expect(DateText.read(text, today: today) == .impossible)
    }

    @Test(arguments: [
        "1980", "12 mars 1980", "01/02", "01/02/198", "1/2/3/1980", "01/02-1980", "inconnue",
        "01022980", "1980-02-01T23:00:00Z", "01/02/1980 14:30", "01/02/1980 x", "29221,5", "9999",
        "100000", "02691", "-1/2/1980", "01//1980", "99999999999999999999",
    ])
    func `what is not surely a day is unreadable`(text: String) {
        #expect(DateText.read(text, today: today) == .unreadable)
    }

    @Test func `a two-digit year is of this century unless that is yet to come`() {
        #expect(DateText.read("01/02/80", today: today) == .twoDigitYear(day(1980, 2, 1)))
        #expect(DateText.read("01/02/05", today: today) == .twoDigitYear(day(2005, 2, 1)))
        #expect(DateText.read("23/11/26", today: today) == .twoDigitYear(today))
        #expect(DateText.read("24/11/26", today: today) == .twoDigitYear(day(1926, 11, 24)))
        #expect(DateText.read("01/02/27", today: today) == .twoDigitYear(day(1927, 2, 1)))
        #expect(DateText.read("31/02/27", today: today) == .impossible)
    }

    @Test func `a spreadsheet serial number gives its day`() {
        #expect(DateText.read("29221", today: today) == .serial(day(1980, 1, 1)))
        #expect(DateText.read("10000", today: today) == .serial(day(1927, 5, 18)))
        #expect(DateText.read("45292", today: today) == .serial(day(2024, 1, 1)))
    }

    @Test func `the time of an extract may be any`() {
        #expect(
            DateText.read("01/02/1980 14:30", today: today, time: .any) == .day(day(1980, 2, 1))
        )
        #expect(DateText.read("01/02/1980 soir", today: today, time: .any) == .unreadable)
    }
}
