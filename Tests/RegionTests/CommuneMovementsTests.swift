import Region
import Testing

@Suite struct CommuneMovementsTests {
    @Test func `207 movements are known, latest first`() {
        let dates = CommuneMovements.all.map(\.date)
        #expect(dates.count == 207)
        #expect(dates == dates.sorted(by: >))
    }

    @Test func `a merged commune maps to its successor`() {
        #expect(Communes.find(code: "02077") == nil)
        #expect(Communes.successor(of: "02077")?.name == "Bernoy-le-Château")
        #expect(Communes.successor(of: "59070")?.name == "L'Orée de Mormal")
    }

    @Test func `a commune absorbed before the list began is still found`() {
        #expect(Communes.successor(of: "60607")?.code == "60668")
    }

    @Test func `a commune that exists has no successor, even where it merged and split again`() {
        #expect(Communes.successor(of: "60054") == nil)
        #expect(Communes.successor(of: "60694") == nil)
        #expect(Communes.current(code: "60694")?.name == "Les Hauts-Talican")
    }

    @Test func `an unknown code and one that left the region have no successor`() {
        #expect(Communes.successor(of: "99999") == nil)
        #expect(Communes.successor(of: "02344") == nil)
    }

    @Test func `every code that went away is taken in by a commune of today, save two`() {
        let gone = Set(CommuneMovements.all.map(\.before.code))
            .filter { Communes.find(code: $0) == nil }
        #expect(gone.count > 50)
        // Gernicourt went to the Marne; Labuissière was absorbed long before the list begins.
        #expect(gone.filter { Communes.current(code: $0) == nil }.sorted() == ["02344", "62482"])
    }
}
