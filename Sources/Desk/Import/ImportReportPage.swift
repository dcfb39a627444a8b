import Tenancy

/// What an import did.
struct ImportReportPage {
    /// So many rejected lines are shown; the file has all of them.
    private static let most = 50

    let figures: ImportFigures
    let hasWarnings: Bool
    let rejected: [String]
    let hasRejected: Bool
    let more: String?
    /// How many contradictions with the ERP wait for somebody; nil where there are none.
    let open: String?

    init(_ language: DeskLanguage, _ report: ImportReport) {
        figures = ImportFigures(language, report)
        hasWarnings = !figures.warnings.isEmpty
        rejected = report.rejected.prefix(Self.most).map {
            language.word(
                "rejectedLine",
                ["n": String($0.line), "motif": language.text($0.reasons)]
            )
        }
        hasRejected = !rejected.isEmpty
        let hidden = report.rejected.count - rejected.count
        more = hidden > 0 ? language.count(hidden, "rejectedMore") : nil
        open =
            report.openConflicts > 0
            ? language.count(report.openConflicts, "importOpen") : nil
    }
}
