import Tenancy

/// What an import answers.
struct ImportAnswer: Report {
    struct Rejection: Encodable {
        let line: Int
        let reasons: [String]
    }

    struct Warning: Encodable {
        let kind: String
        let count: Int
        let lines: [Int]
    }

    let dryRun: Bool
    let encoding: String
    let delimiter: String
    let rows: Int
    let created: Int
    let updated: Int
    let unchanged: Int
    let conflicts: Int
    let newConflicts: Int
    /// In the whole store, field by field.
    let openConflicts: Int
    let rejected: [Rejection]
    let duplicatesInFile: [Int]
    let erased: [Int]
    let warnings: [Warning]
    let toVerify: [Int]
    let droppedColumns: [String]
    let ignoredColumns: [String]
    let extractedOn: String?
    let newerExtract: String?

    init(_ report: ImportReport) {
        dryRun = report.isDryRun
        encoding = report.encoding.rawValue
        delimiter = "\(report.delimiter)"
        rows = report.rows
        created = report.created
        updated = report.updated
        unchanged = report.unchanged
        conflicts = report.conflicts
        newConflicts = report.newConflicts
        openConflicts = report.openConflicts
        rejected = report.rejected.map {
            Rejection(line: $0.line, reasons: $0.reasons.map(\.description))
        }
        duplicatesInFile = report.duplicatesInFile
        erased = report.erased
        warnings = RowWarning.Kind.allCases.compactMap { kind in
            report.warnings[kind].map {
                Warning(kind: kind.description, count: $0.count, lines: $0)
            }
        }
        toVerify = report.toVerify
        droppedColumns = report.droppedColumns.map(\.header)
        ignoredColumns = report.ignoredColumns.map(\.header)
        extractedOn = report.extractedOn?.isoText
        newerExtract = report.newerExtract?.isoText
    }

    var needsAttention: Bool { !rejected.isEmpty || openConflicts > 0 }
}

extension ImportAnswer {
    /// How many lines are named before « and more ».
    private static let shownLines = 10

    var text: String {
        (counts + columns + problems).joined(separator: "\n")
    }

    private var counts: [String] {
        let verb = dryRun ? "would be" : "were"
        let kept = created + updated + unchanged + conflicts
        return [
            "\(rows) rows (\(encoding), \(delimiter)): \(kept) \(verb) kept, "
                + "\(rejected.count) rejected, \(duplicatesInFile.count) twice in the file.",
            "\(unchanged) unchanged, \(updated) updated, \(created) created, "
                + "\(conflicts) in conflict (\(newConflicts) fields new, \(openConflicts) open).",
        ]
    }

    private var columns: [String] {
        var lines: [String] = []
        if !droppedColumns.isEmpty {
            lines.append("Never read: \(droppedColumns.joined(separator: ", ")).")
        }
        if !ignoredColumns.isEmpty {
            lines.append("Ignored columns: \(ignoredColumns.joined(separator: ", ")).")
        }
        if let newerExtract {
            lines.append("An extract of \(newerExtract) was imported before: this one is older.")
        }
        return lines
    }

    private var problems: [String] {
        var lines = rejected.prefix(Self.shownLines).map {
            "Line \($0.line) rejected: \($0.reasons.joined(separator: "; "))."
        }
        if rejected.count > Self.shownLines {
            lines.append("\(rejected.count - Self.shownLines) more rejected: use --json.")
        }
        if !duplicatesInFile.isEmpty {
            lines.append("Twice in the file: \(Self.list(duplicatesInFile)).")
        }
        if !erased.isEmpty {
            lines.append("Left out, erased at an order: \(Self.list(erased)).")
        }
        lines += warnings.map { "\($0.count) rows: \($0.kind) (\(Self.list($0.lines)))." }
        if !toVerify.isEmpty {
            lines.append("\(toVerify.count) rows with a place to verify: \(Self.list(toVerify)).")
        }
        return lines
    }

    private static func list(_ lines: [Int]) -> String {
        let shown = lines.prefix(shownLines).map(String.init).joined(separator: ", ")
        return "lines \(shown)" + (lines.count > shownLines ? "…" : "")
    }
}
