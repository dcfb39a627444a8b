import Foundation

/// Reads a committed ERP file with nothing of the code that wrote it.
struct ErpFixture {
    let headings: [String]
    let rows: [[String: String]]

    init(named name: String) throws {
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "sync-fixtures/erp").appending(path: name)
        let text = String(data: try Data(contentsOf: file), encoding: .windowsCP1252) ?? ""
        var lines = Self.records(text)
        headings = lines.removeFirst()
        rows = lines.map { [headings] in
            Dictionary(zip(headings, $0), uniquingKeysWith: { first, _ in first })
        }
    }

    /// Records of fields, `;` between, quotes honoured, lines ended by CR LF.
    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field = ""
        var quoted = false
        for character in text {
            switch (character, quoted) {
            case ("\"", _): quoted.toggle()
            case (";", false):
                record.append(field)
                field = ""
            case ("\r\n", false):
                records.append(record + [field])
                record = []
                field = ""
            default: field.append(character)
            }
        }
        return records
    }
}
