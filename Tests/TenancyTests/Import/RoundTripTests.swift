import Tenancy
import Testing

/// A random table, its text in CSV, and what reading it must give.
private struct RandomTable {
    let rows: [[String]]

    // Quotes, delimiters, ends of lines, spaces and accents are drawn far more than in life.
    private static let signs = Array("ab;,\t\"'\n é€œÉ-9=")

    init(columns: Int, random: inout ImportRandom) {
        let count = Int.random(in: 0...12, using: &random)
        rows = (0..<count).map { _ in
            (0..<columns).map { _ in
                let length = Int.random(in: 0...9, using: &random)
                return String(
                    (0..<length).compactMap { _ in Self.signs.randomElement(using: &random) }
                )
            }
        }
    }

    func csv(delimiter: String, lineEnd: String, random: inout ImportRandom) -> String {
        rows.map { row in
            row.map { cell in
                let mustQuote = cell.contains { "\"\n".contains($0) || String($0) == delimiter }
                let quotes = mustQuote || Bool.random(using: &random)
                return quotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
            }.joined(separator: delimiter)
        }.map { $0 + lineEnd }.joined()
    }
}

struct RoundTripTests: ImportSuite {
    private static let formats: [(CsvDelimiter, String, TextEncoding)] =
        CsvDelimiter.allCases.flatMap { delimiter in
            ["\n", "\r\n"].flatMap { end in
                [TextEncoding.utf8, .utf8WithMark, .windows1252].map { (delimiter, end, $0) }
            }
        }

    @Test(arguments: formats)
    func `a random table is read back cell for cell`(
        format: (CsvDelimiter, String, TextEncoding)
    ) {
        var random = ImportRandom(seed: 42)
        for _ in 0..<150 {
            let table = RandomTable(columns: 4, random: &random)
            let sign = String(Unicode.Scalar(format.0.rawValue))
            let text = table.csv(delimiter: sign, lineEnd: format.1, random: &random)
            #expect(cells(of: bytes(text, format.2), format) == table.rows)
        }
    }

    private func cells(
        of content: [UInt8],
        _ format: (CsvDelimiter, String, TextEncoding)
    ) -> [[String]] {
        var reader = CsvReader(
            bytes: content,
            delimiter: format.0.rawValue,
            limits: ImportLimits(),
            position: format.2.firstByte,
            line: 1
        )
        var rows: [[String]] = []
        while reader.next() {
            #expect(reader.record.flaw == nil)
            rows.append(reader.record.cells.map { text($0.content(in: content), format.2) })
        }
        #expect(reader.openQuoteLine == nil)
        return rows
    }

    private func text(_ content: [UInt8], _ encoding: TextEncoding) -> String {
        guard encoding == .windows1252 else { return String(decoding: content, as: UTF8.self) }
        return String(String.UnicodeScalarView(content.map(Windows1252.scalar)))
    }

    @Test(arguments: formats)
    func `random tenants are read back field for field`(
        format: (CsvDelimiter, String, TextEncoding)
    ) throws {
        var random = ImportRandom(seed: 43)
        let sign = String(Unicode.Scalar(format.0.rawValue))
        for _ in 0..<40 {
            let tenants = (0..<20).map { _ in tenant(&random) }
            var lines = [["Réf. locataire", "Nom", "Prénom", "Né le", "Adresse", "Tél"]]
            lines += tenants.map { row in
                [
                    row.erpRef ?? "", row.lastName, row.firstName, row.birthDate.frenchText,
                    row.address ?? "", row.phone ?? "",
                ].map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
            }
            let text = lines.map { $0.joined(separator: sign) + format.1 }.joined()
            let file = try ErpFile(bytes: bytes(text, format.2), today: today)
            #expect(file.encoding == format.2)
            #expect(file.delimiter == format.0)
            #expect(file.rowCount == 20)
            let expected = tenants.enumerated().map { $1.on(line: $0 + 2) }
            #expect(Array(file) == expected.map { .tenant($0, warnings: []) })
        }
    }

    private func tenant(_ random: inout ImportRandom) -> TenantRow {
        let names = ["Lefèvre", "D’Œuvré", "O;\"Neil\"", "N,Guyen", "Ça-Là"]
        let number = Int.random(in: 0..<40_000, using: &random) - 25_000
        var row = TenantRow(
            line: 0,
            lastName: names.randomElement(using: &random) ?? "",
            firstName: names.randomElement(using: &random) ?? "",
            birthDate: CalendarDay(daysSinceEpoch: number) ?? today
        )
        if Bool.random(using: &random) {
            row.erpRef = "L\(UInt16.random(in: 0...999, using: &random))"
        }
        if Bool.random(using: &random) { row.address = "\(number), rue; de l’Été" }
        if Bool.random(using: &random) {
            row.phone = "06\(UInt32.random(in: 10_000_000...99_999_999, using: &random))"
        }
        return row
    }

    @Test func `random bytes never stop the program, and rows are as many as announced`() throws {
        var random = ImportRandom(seed: 44)
        let signs: [UInt8] = [
            0x3B, 0x22, 0x0A, 0x0D, 0x20, 0x31, 0x2F, 0x41, 0xE9, 0xC3, 0xA9, 0x81,
        ]
        var opened = 0
        for _ in 0..<3_000 {
            let count = Int.random(in: 0...60, using: &random)
            let noise = (0..<count).compactMap { _ in signs.randomElement(using: &random) }
            let content = bytes("Nom;Prenom;Ne le\n") + noise
            guard let file = try? ErpFile(bytes: content, today: today) else { continue }
            opened += 1
            #expect(Array(file).count == file.rowCount)
        }
        #expect(opened > 300)
    }
}

extension TenantRow {
    fileprivate func on(line: Int) -> TenantRow {
        var row = TenantRow(
            line: line,
            lastName: lastName,
            firstName: firstName,
            birthDate: birthDate
        )
        row.erpRef = erpRef
        row.address = address
        row.phone = phone
        return row
    }
}
