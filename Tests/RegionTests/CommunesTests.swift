import Region
import Testing

@Suite struct CommunesTests {
    @Test func `the region has 3,782 communes, each with a code of its own`() {
        #expect(Communes.all.count == 3_782)
        #expect(Set(Communes.all.map(\.code)).count == 3_782)
        #expect(Communes.all.allSatisfy { $0.code.utf8.count == 5 })
    }

    @Test func `the communes share 92 EPCI, none of them empty`() {
        #expect(Epcis.all.count == 92)
        #expect(Set(Communes.all.map(\.epci)) == Set(Epcis.all))
    }

    @Test func `each of the five departements has its communes`() {
        let counts = Departement.allCases.map { departement in
            Communes.all.count { $0.departement == departement }
        }
        #expect(counts == [797, 647, 680, 887, 771])
        #expect(
            Departement.allCases.map(\.name)
                == ["Aisne", "Nord", "Oise", "Pas-de-Calais", "Somme"]
        )
    }

    @Test func `a code keeps its leading zero`() throws {
        let commune = try #require(Communes.find(code: "02691"))
        #expect(commune.name == "Saint-Quentin")
        #expect(commune.departement == .aisne)
        #expect(Communes.find(code: "2691") == nil)
    }

    @Test func `accents arrive intact, as single precomposed letters`() throws {
        let commune = try #require(Communes.find(code: "02001"))
        #expect(Array(commune.name.utf8) == Array("Abb\u{E9}court".utf8))
        #expect(
            Array(commune.epci.name.utf8) == Array("CA Chauny Tergnier La F\u{E8}re".utf8)
        )
        #expect(Communes.all.contains { $0.name.unicodeScalars.contains("\u{153}") })
        #expect(!Communes.all.contains { $0.name.unicodeScalars.contains("\u{FFFD}") })
    }

    @Test func `an EPCI is found by its SIREN`() {
        #expect(Epcis.find(siren: "200033579")?.name == "CU d'Arras")
        #expect(Epcis.find(siren: "200033579")?.nature == .communauteUrbaine)
        #expect(Epcis.find(siren: "") == nil)
    }
}
