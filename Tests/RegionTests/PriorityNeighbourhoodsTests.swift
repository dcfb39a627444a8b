import Region
import Testing

@Suite struct PriorityNeighbourhoodsTests {
    @Test func `the region has 204 QPV: 10 identical, 186 modified, 8 new`() {
        let counts = PriorityNeighbourhood.Filiation.allCases.map { filiation in
            PriorityNeighbourhoods.all.count { $0.filiation == filiation }
        }
        #expect(PriorityNeighbourhoods.all.count == 204)
        #expect(counts == [10, 186, 8])
    }

    @Test func `the letter that ends a code is its filiation`() {
        #expect(PriorityNeighbourhoods.all.allSatisfy { $0.code.last == $0.filiation.letter })
    }

    @Test func `286 pairs of QPV and commune, every commune known, no QPV without one`() {
        #expect(PriorityNeighbourhoods.all.map(\.communes.count).reduce(0, +) == 286)
        #expect(PriorityNeighbourhoods.all.allSatisfy { !$0.communes.isEmpty })
        #expect(
            PriorityNeighbourhoods.all.allSatisfy { area in
                area.communes.contains { $0.departement == area.departement }
            }
        )
    }

    @Test func `a QPV is found by its code, with its generation and first day`() throws {
        let area = try #require(PriorityNeighbourhoods.find(code: "QN00201M"))
        #expect(area.name == "Europe")
        #expect(area.communes.map(\.code) == ["02571", "02691"])
        #expect(area.generation == 2024)
        #expect(area.validFrom == "2024-01-01")
        #expect(PriorityNeighbourhoods.find(code: "QN00201") == nil)
    }

    @Test func `an agent may choose among the QPV of a commune`() {
        let codes = PriorityNeighbourhoods.within(communeCode: "02691").map(\.code)
        #expect(codes.starts(with: ["QN00201M", "QN00202M", "QN00203M"]))
        #expect(PriorityNeighbourhoods.within(communeCode: "02001").isEmpty)
    }
}
