import Statistics
import Testing

struct BilanReadingTests {
    @Test func `a bilan is read back from its JSON as it was`() throws {
        for bilan in [
            try PhaseOne.bilan(of: PhaseOne.statements()),
            try PhaseOne.bilan(of: PhaseOne.statementsWithSilentB5(), objective: nil),
            try PhaseOne.bilan(of: PhaseOne.statements(), asOf: PhaseOne.day - 1),
            try PhaseOne.bilan(of: []),
        ] {
            let read = try Bilan(json: BilanFormat.json.render(bilan))
            #expect(read == bilan)
            for format in BilanFormat.allCases {
                #expect(format.render(read) == format.render(bilan))
            }
        }
    }

    @Test func `a rate that meant something else is refused by name`() throws {
        let json = String(
            decoding: BilanFormat.json.render(try PhaseOne.bilan(of: PhaseOne.statements())),
            as: UTF8.self
        )
        let other = json.replacing("absences non excusées", with: "absences")
        #expect(throws: BilanFailure.otherDefinition(rate: "no_show_rate")) {
            try Bilan(json: Array(other.utf8))
        }
    }

    @Test(arguments: ["", "{}", "[]", "{\"programme\":1}"])
    func `what is no bilan is refused`(text: String) {
        #expect(throws: BilanFailure.unreadable) { try Bilan(json: Array(text.utf8)) }
    }
}
