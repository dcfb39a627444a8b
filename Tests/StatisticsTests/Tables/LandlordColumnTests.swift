import InventedPeople
import Statistics
import Testing

/// Scenario 10: the unknown of each landlord beside the region's exact 61.
struct LandlordColumnTests {
    private static let entries = PhaseOne.numbers.map { code, numbers in
        LandlordColumn.Entry(code: code, value: numbers.unknown, base: numbers.present)
    }

    @Test func `B5's four are hidden, and B3's five with them`() {
        let column = LandlordColumn(Self.entries, threshold: 5)
        #expect(column.hidden == ["B3", "B5"])
        #expect(column.shown.values.reduce(0, +) == 52)
        #expect(column.hiddenSum == 9)
    }

    @Test func `where landlords read it, none of them finds another's by taking its own away`() {
        let column = LandlordColumn(Self.entries, threshold: 5, readers: .landlordsToo)
        #expect(column.hidden.count == 3)
        let hidden = Self.entries.filter { column.hidden.contains($0.code) }.map(\.value)
        #expect(hidden.allSatisfy { column.hiddenSum - $0 >= 5 })
    }

    @Test func `nobody is hidden where all are large, and all where none is`() {
        let large = ["B1", "B2"].map { LandlordColumn.Entry(code: $0, value: 50, base: 100) }
        #expect(LandlordColumn(large, threshold: 11).hidden == [])
        let small = ["B1", "B2", "B3"].map { LandlordColumn.Entry(code: $0, value: 2, base: 100) }
        #expect(LandlordColumn(small, threshold: 11).hidden.count == 3)
    }

    @Test func `a figure that is nearly all of its base is hidden as a small one is`() {
        let entries = [
            LandlordColumn.Entry(code: "B1", value: 97, base: 100),
            LandlordColumn.Entry(code: "B2", value: 50, base: 100),
            LandlordColumn.Entry(code: "B3", value: 60, base: 100),
        ]
        #expect(LandlordColumn(entries, threshold: 11).hidden == ["B1", "B2"])
    }

    @Test func `a zero is hidden as a four is`() {
        let hidden = [0, 4].map { value in
            LandlordColumn(
                Self.entries.filter { $0 != Self.entries[4] }
                    + [LandlordColumn.Entry(code: "B5", value: value, base: 25)],
                threshold: 5
            ).hidden
        }
        #expect(hidden == [["B3", "B5"], ["B3", "B5"]])
    }

    @Test func `what is hidden is never one landlord's, nor small`() {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<2_000 {
            let entries = (1...(2 + random.below(10))).map { index in
                let value = random.below(30)
                return LandlordColumn.Entry(
                    code: "B\(index)",
                    value: value,
                    base: value + random.below(40)
                )
            }
            let column = LandlordColumn(entries, threshold: 11)
            guard !column.shown.isEmpty, !column.hidden.isEmpty else { continue }
            #expect(column.hidden.count >= 2 && column.hiddenSum >= 11)
        }
    }
}
