import Statistics
import Testing

struct BilanTests {
    private func summary(_ total: BilanTotal) throws -> [Int] {
        let counts = try #require(total.counts)
        return [Indicator.registered, .registeredPresent, .unknownToInstitutions].map {
            counts[$0]
        }
    }

    @Test func `phase 1 has the figures of the reference`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statements())
        #expect(bilan.fresh == bilan.withLastKnown)
        #expect(try summary(bilan.fresh) == [340, 306, 61])
        #expect(bilan.fresh.counts?[.identified] == 400)
        #expect(bilan.fresh.rate(.showUp)?.percentText == "90,0\u{202F}%")
        #expect(bilan.fresh.rate(.unknown)?.percentText == "19,9\u{202F}%")
        #expect(bilan.fresh.rate(.objective)?.text == "76,5\u{202F}%\u{A0}(306\u{A0}/\u{A0}400)")
        #expect(bilan.freshnessNotes == ["8/8\u{A0}bailleurs à jour"])
    }

    @Test func `a landlord silent for three nights is never a zero`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statementsWithSilentB5())
        #expect(bilan.freshnessText == "7/8\u{A0}bailleurs à jour")
        #expect(try summary(bilan.fresh) == [312, 281, 57])
        #expect(bilan.fresh.rate(.showUp)?.percentText == "90,1\u{202F}%")
        #expect(bilan.fresh.rate(.unknown)?.percentText == "20,3\u{202F}%")
        #expect(try summary(bilan.withLastKnown) == [334, 300, 60])
        #expect(bilan.withLastKnown.rate(.showUp)?.percentText == "89,8\u{202F}%")
        #expect(bilan.withLastKnown.rate(.unknown)?.percentText == "20,0\u{202F}%")
        #expect(bilan.staleText == "dont 1\u{A0}bailleur à J-3")
    }

    @Test func `the silent landlord comes back`() throws {
        let statements = try PhaseOne.statementsWithSilentB5() + PhaseOne.statements()
        #expect(try summary(PhaseOne.bilan(of: statements).fresh) == [340, 306, 61])
    }

    @Test func `two late landlords are counted, and the oldest age is said`() throws {
        let statements = try [
            PhaseOne.statement("B1", PhaseOne.lastKnownB5, cutoff: PhaseOne.day - 5),
            PhaseOne.statement("B2", PhaseOne.lastKnownB5, cutoff: PhaseOne.day - 1),
        ]
        let bilan = try PhaseOne.bilan(of: statements)
        #expect(bilan.staleText == "dont 2\u{A0}bailleurs, le plus ancien à J-5")
        #expect(bilan.fresh.counts == nil)
        #expect(bilan.fresh.rates.isEmpty)
        #expect(bilan.freshnessText == "0/8\u{A0}bailleurs à jour")
    }

    @Test func `a landlord that never sent anything is absent and named`() throws {
        let statements = try PhaseOne.statements().filter { $0.landlord.code != "B5" }
        let bilan = try PhaseOne.bilan(of: statements)
        #expect(try summary(bilan.withLastKnown) == [312, 281, 57])
        #expect(bilan.withLastKnown.landlords == 7)
        #expect(bilan.neverReceivedText == "jamais reçu\u{A0}: B5 (Bailleur fictif B5)")
        #expect(bilan.lines[4].freshnessText == "jamais reçu")
        #expect(bilan.lines[4].figures == nil)
    }

    @Test func `a statement of a later day says nothing of this one`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statements(), asOf: PhaseOne.day - 1)
        #expect(bilan.withLastKnown.counts == nil)
        #expect(bilan.lines.allSatisfy { $0.figures == nil })
        #expect(bilan.postdatedText?.contains("B8 (Bailleur fictif B8)") == true)
    }

    @Test func `a landlord that is not expected is named and not counted`() throws {
        let statements =
            try PhaseOne.statements()
            + [PhaseOne.statement("B9", PhaseOne.lastKnownB5)]
        let bilan = try PhaseOne.bilan(of: statements)
        #expect(bilan.unexpected == ["B9"])
        #expect(try summary(bilan.fresh) == [340, 306, 61])
    }

    @Test func `a landlord expected twice is refused by name`() throws {
        #expect(throws: BilanFailure.landlordTwice(code: "B1")) {
            try Bilan(
                register: StatementRegister(),
                programme: PhaseOne.programme(),
                expected: [PhaseOne.landlord("B1"), PhaseOne.landlord("B1")],
                asOf: PhaseOne.date(PhaseOne.day),
                threshold: 11
            )
        }
    }
}
