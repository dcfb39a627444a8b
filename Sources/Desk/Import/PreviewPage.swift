import Tenancy

/// What an import would do, and the lines that can be corrected before.
struct PreviewPage {
    struct Cell {
        let name: String
        let label: String
        let value: String
    }

    struct Row {
        let title: String
        let cells: [Cell]
    }

    /// What is corrected of a line.
    static let corrected: [CanonicalField] = [.erpRef, .lastName, .firstName, .birthDate]

    let key: String
    let figures: ImportFigures
    let hasWarnings: Bool
    let hasRejected: Bool
    let rows: [Row]
    let hasRows: Bool
    /// The lines whose cells cannot be told apart: they are corrected in the file.
    let broken: [String]
    /// How many rejected lines are not shown.
    let more: String?
    let isMostlyNew: Bool

    init(_ visit: DeskVisit, _ key: String, _ preview: PendingImport.Preview) {
        let language = visit.language
        let report = preview.report
        self.key = key
        figures = ImportFigures(language, report)
        hasWarnings = !figures.warnings.isEmpty
        hasRejected = !report.rejected.isEmpty
        isMostlyNew = report.isMostlyNew
        let hidden = report.rejected.count - preview.rejected.count
        more = hidden > 0 ? language.count(hidden, "rejectedMore") : nil
        rows = preview.rejected.compactMap { row in
            row.texts.map { Self.row(row, $0, language) }
        }
        hasRows = !rows.isEmpty
        broken = preview.rejected.filter { $0.texts == nil }.map { Self.title($0, language) }
    }

    /// The name of a cell in the form.
    static func name(of field: CanonicalField, _ line: Int) -> String {
        "l\(line)-\(field.rawValue)"
    }

    private static func row(
        _ row: ErpFile.RejectedRow,
        _ texts: [CanonicalField: String],
        _ language: DeskLanguage
    ) -> Row {
        let cells = corrected.map { field in
            Cell(
                name: name(of: field, row.line),
                label: language.label(field),
                value: texts[field] ?? ""
            )
        }
        return Row(title: title(row, language), cells: cells)
    }

    private static func title(_ row: ErpFile.RejectedRow, _ language: DeskLanguage) -> String {
        language.word(
            "rejectedLine",
            ["n": String(row.line), "motif": language.text(row.reasons)]
        )
    }
}
