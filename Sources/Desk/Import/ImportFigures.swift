import Statistics
import Tenancy

/// What an import did or would do, in numbers.
struct ImportFigures {
    struct Count {
        let label: String
        let number: String
    }

    /// So many lines are named of a warning.
    private static let shownLines = 10

    let rows: String
    let counts: [Count]
    let warnings: [String]
    /// What is said of the columns and of the day of the extract.
    let remarks: [String]

    init(_ language: DeskLanguage, _ report: ImportReport) {
        rows = language.count(report.rows, "importRows")
        counts = [
            ("importKept", report.kept), ("importUnchanged", report.unchanged),
            ("importUpdated", report.updated), ("importCreated", report.created),
            ("importConflicts", report.conflicts), ("importRejected", report.rejected.count),
            ("importTwice", report.duplicatesInFile.count),
        ].map { Count(label: language.word($0), number: FrenchText.integer($1)) }
        warnings =
            RowWarning.Kind.allCases.compactMap { kind in
                report.warnings[kind].map { Self.text($0, language.label(kind), language) }
            }
            + [("importErased", report.erased), ("importToVerify", report.toVerify)]
            .filter { !$1.isEmpty }
            .map { Self.text($1, language.word($0), language) }
        remarks = Self.remarks(language, report)
    }

    /// « 28 lignes : code INSEE : zéro du début remis (4, 9, 12…) ».
    private static func text(
        _ lines: [Int],
        _ label: String,
        _ language: DeskLanguage
    ) -> String {
        let named = lines.prefix(shownLines).map(String.init).joined(separator: ", ")
        let more = lines.count > shownLines ? "…" : ""
        return language.word(
            "warningLines",
            [
                "n": language.count(lines.count, "importLinesCount"), "quoi": label,
                "lignes": named + more,
            ]
        )
    }

    private static func remarks(_ language: DeskLanguage, _ report: ImportReport) -> [String] {
        var remarks: [String] = []
        let dropped = report.droppedColumns.map(\.header).joined(separator: ", ")
        if !dropped.isEmpty { remarks.append(language.word("columnsDropped", ["titres": dropped])) }
        if let day = report.extractedOn {
            remarks.append(language.word("extractOf", ["jour": language.day(day)]))
        }
        if let day = report.newerExtract {
            remarks.append(language.word("extractOlder", ["jour": language.day(day)]))
        }
        return remarks
    }
}
