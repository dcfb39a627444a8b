import Region
import Testing

@Suite struct RomeFichesTests {
    @Test func `532 fiches, each with a code of its own and a label`() {
        #expect(RomeFiches.all.count == 532)
        #expect(Set(RomeFiches.all.map(\.code)).count == 532)
        #expect(RomeFiches.all.allSatisfy { $0.code.utf8.count == 5 && !$0.label.isEmpty })
    }

    @Test func `a fiche is found by its code, accents intact`() {
        let label = RomeFiches.find(code: "A1201")?.label
        #expect(label.map { Array($0.utf8) } == Array("B\u{FB}cheronnage et \u{E9}lagage".utf8))
        #expect(RomeFiches.find(code: "F1704") != nil)
        #expect(RomeFiches.find(code: "Z9999") == nil)
    }
}
