import InventedPeople
import Statistics
import Testing

/// Scenario 10: the unknown of each landlord beside the region's exact 61.
struct LandlordRowsTests {
    private static let entries = PhaseOne.numbers.map { code, numbers in
        LandlordRows.Entry(code: code, parts: [numbers.unknown, numbers.present - numbers.unknown])
    }

    @Test func `B5's four are hidden, and B3's five with them`() {
        let rows = LandlordRows(Self.entries, threshold: 5)
        #expect(rows.hidden == ["B3", "B5"])
        let shown = Self.entries.filter { rows.shown.contains($0.code) }
        #expect(shown.reduce(0) { $0 + $1.parts[0] } == 52)
    }

    @Test func `where landlords read it, none of them finds another's by taking its own away`() {
        let rows = LandlordRows(Self.entries, threshold: 5, readers: .landlordsToo)
        #expect(rows.hidden.count == 3)
        let hidden = Self.entries.filter { rows.hidden.contains($0.code) }.map { $0.parts[0] }
        #expect(hidden.allSatisfy { hidden.reduce(0, +) - $0 >= 5 })
    }

    @Test func `nobody is hidden where all are large, and all where none is`() {
        let large = ["B1", "B2"].map { LandlordRows.Entry(code: $0, parts: [50, 50]) }
        #expect(LandlordRows(large, threshold: 11).hidden == [])
        let small = ["B1", "B2", "B3"].map { LandlordRows.Entry(code: $0, parts: [2, 98]) }
        #expect(LandlordRows(small, threshold: 11).hidden.count == 3)
    }

    @Test func `a part that is nearly all is hidden as a small one is`() {
        let entries = [("B1", 97), ("B2", 50), ("B3", 60)].map { code, value in
            LandlordRows.Entry(code: code, parts: [value, 100 - value])
        }
        #expect(LandlordRows(entries, threshold: 11).hidden == ["B1", "B3"])
    }

    @Test func `a zero is hidden as a four is`() {
        let hidden = [0, 4].map { value in
            LandlordRows(
                Self.entries.filter { $0 != Self.entries[4] }
                    + [LandlordRows.Entry(code: "B5", parts: [value, 25 - value])],
                threshold: 5
            ).hidden
        }
        #expect(hidden == [["B3", "B5"], ["B3", "B5"]])
    }

    @Test func `who is kept back stays so, and is in the sum of the hidden ones`() {
        let large = ["B1", "B2", "B3"].map { LandlordRows.Entry(code: $0, parts: [50, 50]) }
        #expect(LandlordRows(large, threshold: 11, keptBack: ["B2"]).hidden == ["B1", "B2"])
    }

    @Test func `what is hidden is never one landlord's, nor small in any part`() {
        var random = SeededGenerator(seed: 8)
        var seen = 0
        for _ in 0..<2_000 {
            let entries = (1...(2 + random.below(10))).map { index in
                LandlordRows.Entry(
                    code: "B\(index)",
                    parts: [random.below(30), random.below(40), random.below(25)]
                )
            }
            let rows = LandlordRows(entries, threshold: 11)
            guard !rows.shown.isEmpty, !rows.hidden.isEmpty else { continue }
            seen += 1
            let hidden = entries.filter { rows.hidden.contains($0.code) }
            #expect(hidden.count >= 2)
            for part in 0..<3 { #expect(hidden.reduce(0) { $0 + $1.parts[part] } >= 11) }
            let shown = entries.filter { rows.shown.contains($0.code) }
            #expect(shown.allSatisfy { $0.parts.allSatisfy { $0 >= 11 } })
        }
        #expect(seen > 100)
    }
}
