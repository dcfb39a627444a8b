import InventedPeople
import Testing

@Suite struct LargeExtractTests {
    @Test func `the file comes in pieces and has one line a row`() throws {
        var pieces = 0
        var bytes: [UInt8] = []
        try LargeExtract.write(rows: 10_000, seed: 3) {
            pieces += 1
            bytes += $0
        }
        #expect(pieces > 1)
        #expect(bytes.count { $0 == 0x0A } == 10_001)
    }

    @Test func `it holds the people of that seed`() throws {
        var generator = PersonGenerator(seed: 3)
        let expected = try ErpFileWriter().file(of: generator.people(20).map { ErpRow($0) })
        var bytes: [UInt8] = []
        try LargeExtract.write(rows: 20, seed: 3) { bytes += $0 }
        #expect(bytes == expected)
    }

    @Test func `a negative number of rows is refused and nothing is handed on`() {
        #expect(throws: ErpFileFailure.negativeRowCount(-1)) {
            try LargeExtract.write(rows: -1, seed: 3) { _ in Issue.record("written") }
        }
    }
}
