import InventedPeople
import Testing

@Suite struct BirthDateTests {
    @Test(arguments: [(1980, 2, 31), (1991, 2, 29), (1900, 2, 29), (1975, 11, 31), (1975, 13, 1)])
    func `a day that never was is refused`(year: Int, month: Int, day: Int) {
        #expect(BirthDate(year: year, month: month, day: day) == nil)
    }

    @Test func `a leap day is written the French way`() {
        #expect(BirthDate(year: 2000, month: 2, day: 29)?.french == "29/02/2000")
        #expect(BirthDate(year: 1984, month: 2, day: 29)?.french == "29/02/1984")
    }
}
