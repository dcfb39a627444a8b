import Statistics
import Testing

struct BilanCSVTests {
    private func text(_ bilan: Bilan) -> String {
        String(decoding: BilanCSV.render(bilan).dropFirst(3), as: UTF8.self)
    }

    /// A bilan with one landlord, of a given name, that never sent anything.
    private func bilan(landlordName: String) throws -> Bilan {
        try Bilan(
            register: StatementRegister(),
            programme: PhaseOne.programme(),
            expected: [Landlord(code: "B1", name: landlordName)],
            asOf: PhaseOne.date(PhaseOne.day),
            threshold: 5
        )
    }

    @Test func `the file begins with the byte order mark and its lines end with CRLF`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statementsWithSilentB5())
        #expect(BilanCSV.render(bilan).starts(with: [0xEF, 0xBB, 0xBF]))
        let scalars = text(bilan).unicodeScalars
        #expect(text(bilan).hasSuffix("\r\n"))
        let feeds = scalars.count { $0 == "\n" }
        #expect(feeds == scalars.count { $0 == "\r" })
        #expect(feeds > 100)
    }

    @Test func `every row has nine cells, and every figure its definition`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statementsWithSilentB5())
        let rows = text(bilan).split(separator: "\r\n")
        let figures = rows.filter { $0.hasPrefix("total") || $0.hasPrefix("bailleur") }
        let totals = 2 * (RateKind.allCases.count + Indicator.allCases.count)
        let shown = bilan.lines.reduce(0) { $0 + ($1.figures?.rates.count ?? 0) }
        #expect(figures.count == totals + 8 * LandlordFigures.indicators.count + shown)
        for row in figures where !row.contains("\"") {
            let cells = row.split(separator: ";", omittingEmptySubsequences: false)
            #expect(cells.count == 9 && !cells[8].isEmpty, "\(row)")
        }
    }

    @Test func `a rate has a decimal comma, its numerator and its denominator`() throws {
        let text = text(try PhaseOne.bilan(of: PhaseOne.statementsWithSilentB5()))
        #expect(text.contains(";Taux d'accroche (en %);89,8;300;334;Numérateur"))
        #expect(text.contains("bailleur;B5 Bailleur fictif B5;J-3;10/02/2023;"))
    }

    @Test func `separators, quotes and semicolons in a name stay in their cell`() throws {
        let text = text(try bilan(landlordName: #"Habitat; "Nord""#))
        #expect(text.contains(#"bailleur;"B1 Habitat; ""Nord""";jamais reçu;"#))
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "＝1+1"])
    func `a cell that would be a formula becomes text`(name: String) throws {
        // The landlord's code comes first in its cell; a note holds free text after a colon. So the
        // danger is checked where a name stands alone.
        #expect(CSVCell.escaped(name) == "'" + name)
        #expect(!text(try bilan(landlordName: name)).contains(";" + name))
    }

    @Test(arguments: ["\t=1", "\r=1", "\n=1"])
    func `a cell that begins with a control character becomes quoted text`(name: String) {
        #expect(CSVCell.escaped(name) == "\"'" + name + "\"")
    }
}
