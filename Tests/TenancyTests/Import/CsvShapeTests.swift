import Tenancy
import Testing

struct CsvShapeTests: ImportSuite {
    private let header = "Nom;Prénom;Né le;Adresse\n"

    @Test(arguments: [
        (";", CsvDelimiter.semicolon), (",", .comma), ("\t", .tab),
    ])
    func `each delimiter is found in the header`(pair: (String, CsvDelimiter)) throws {
        let text = ["Nom", "Prénom", "Né le"].joined(separator: pair.0)
        #expect(try open(text).delimiter == pair.1)
    }

    @Test func `signs inside quotes do not count when looking for the delimiter`() throws {
        let file = try open("\"Nom, marital, usuel\";Nom;Prénom;\"Né\nle\"\n")
        #expect(file.delimiter == .semicolon)
        #expect(file.headers == ["Nom, marital, usuel", "Nom", "Prénom", "Né le"])
    }

    @Test func `a header without delimiter is refused`() {
        #expect(failure(bytes("\nNom|Prénom\n")) == .noDelimiter(line: 2))
    }

    @Test func `the separator line of a spreadsheet and blank lines are passed over`() throws {
        var file = try open("\r\nsep=,\r\n\r\nNom,Prénom,Né le\r\nA,B,01/02/1980\r\n")
        #expect(file.headerLine == 4)
        #expect(file.delimiter == .comma)
        #expect(file.next()?.tenant?.line == 5)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `lines are numbered through quoted newlines and blank lines`(end: String) throws {
        let lines = [
            "Nom;Prénom;Né le;Adresse", "A;B;01/02/1980;\"1 rue \"\"X\"\"", "bat. C\"", "", ";;;",
            "C;D;01/02/1980;",
        ]
        var file = try open(lines.joined(separator: end))
        #expect(file.rowCount == 2)
        let first = file.next()?.tenant
        #expect(first?.line == 2)
        #expect(first?.address == "1 rue \"X\" bat. C")
        #expect(file.next()?.tenant?.line == 6)
        #expect(file.next() == nil)
    }

    @Test func `a cell of one megabyte rejects its row and the rest goes on`() throws {
        let huge = String(repeating: "x", count: 1_000_000)
        for cell in [huge, "\"\(huge)\n\(huge)\""] {
            var file = try open(
                header + "A;B;01/02/1980;\(cell)\nC;D;01/02/1980;ici\n"
            )
            #expect(
                file.next()
                    == .rejected(
                        line: 2,
                        reasons: [.cellTooLarge(column: "Adresse", limit: 10_000)]
                    )
            )
            #expect(file.next()?.tenant?.address == "ici")
            #expect(file.next() == nil)
        }
    }

    @Test func `a cell exactly at the limit is read`() throws {
        let (row, _) = try row("Adresse", String(repeating: "x", count: 10_000))
        #expect(row?.address?.count == 10_000)
    }

    @Test func `a quote left open is refused with the line where it opened`() {
        let text = header + "A;B;01/02/1980;\"x\ny\"\nC;D;01/02/1980;\"z\n\nE;F;1;2\n"
        #expect(failure(bytes(text)) == .unterminatedQuote(line: 4))
        #expect(failure(bytes("Nom;\"Prénom\n")) == .unterminatedQuote(line: 1))
        #expect(
            ImportFailure.unterminatedQuote(line: 4).description
                == "Line 4: a quote opens here and is never closed: close it, or double it."
        )
    }

    @Test func `ragged rows are rejected and counted`() throws {
        var file = try open(header + "A;B;01/02/1980\nA;B;01/02/1980;c;d\nC;D;01/02/1980;e\n")
        #expect(
            file.next() == .rejected(line: 2, reasons: [.tooFewCells(found: 3, expected: 4)])
        )
        #expect(
            file.next() == .rejected(line: 3, reasons: [.tooManyCells(found: 5, expected: 4)])
        )
        #expect(file.next()?.tenant?.address == "e")
    }

    @Test func `a row of a million cells costs no more than the limit on columns`() throws {
        let wide = String(repeating: "z;", count: 1_000_000)
        var file = try open(header + wide + "\nC;D;01/02/1980;e\n")
        #expect(
            file.next()
                == .rejected(
                    line: 2,
                    reasons: [.tooManyCells(found: 1_000_001, expected: 4)]
                )
        )
        #expect(file.next()?.tenant?.address == "e")
    }

    @Test func `an inner quote that is not doubled rejects its row alone`() throws {
        var file = try open(
            header + "A;B;01/02/1980;\"Rés. \"Lilas\" 2\"\nC;D;01/02/1980;Rés. \"Lilas\" 2\n"
                + "C;D;01/02/1980;\"fin\" \n"
        )
        #expect(
            file.next() == .rejected(line: 2, reasons: [.textAfterQuote(column: "Adresse")])
        )
        #expect(file.next()?.tenant?.address == "Rés. \"Lilas\" 2")
        #expect(file.next()?.tenant?.address == "fin")
    }

    @Test func `too many columns or rows refuse the file`() {
        var limits = ImportLimits()
        limits.columns = 3
        #expect(failure(bytes(header), limits: limits) == .tooManyColumns(4, limit: 3))
        limits = ImportLimits()
        limits.rows = 2
        let rows = String(repeating: "A;B;01/02/1980;c\n", count: 3)
        #expect(failure(bytes(header + rows), limits: limits) == .tooManyRows(limit: 2))
    }

    @Test func `a damaged header refuses the file`() {
        let long = String(repeating: "n", count: 10_001)
        #expect(failure(bytes("Nom;Prénom;Né le;\(long)\n")) == .headerDamaged(line: 1))
        #expect(failure(bytes("Nom;Prénom;\"Né\" le\n")) == .headerDamaged(line: 1))
    }

    @Test func `a last line without end, even with an empty last cell, is read`() throws {
        var file = try open(header + "A;B;01/02/1980;")
        #expect(file.next()?.tenant?.lastName == "A")
        #expect(file.next() == nil)
        #expect(file.next() == nil)
    }
}
