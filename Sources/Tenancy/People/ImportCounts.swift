import Foundation
import GRDB

/// What the journal keeps of an import: counts, and the day of the extract.
struct ImportCounts: Codable {
    var rows: Int
    var created: Int
    var updated: Int
    var unchanged: Int
    var conflicts: Int
    var rejected: Int
    var duplicatesInFile: Int
    var extractedOn: CalendarDay?

    init(_ report: ImportReport) {
        rows = report.rows
        created = report.created
        updated = report.updated
        unchanged = report.unchanged
        conflicts = report.conflicts
        rejected = report.rejected.count
        duplicatesInFile = report.duplicatesInFile.count
        extractedOn = report.extractedOn
    }

    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// The newest extract that the journal knows of.
    static func newestExtract(_ database: Database) throws -> CalendarDay? {
        try String.fetchAll(
            database,
            sql: "SELECT counts FROM journal WHERE what = ? AND counts IS NOT NULL",
            arguments: [JournalEvent.erpImport.rawValue]
        ).compactMap {
            try? JSONDecoder().decode(ImportCounts.self, from: Data($0.utf8)).extractedOn
        }.max()
    }
}
