import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// How many rows pass between two reports of progress.
    private static let progressStep = 1_000

    /// Carries the report of a dry run out of the transaction that it rolls back.
    private struct DryRun: Error {
        let report: ImportReport
    }

    /// Takes an extract into the store, in one transaction: an import that fails changes nothing,
    /// and one that brings nothing new writes nothing.
    ///
    /// - Parameters:
    ///   - file: The extract, opened and checked.
    ///   - isDryRun: Whether to do all of it and then roll back, for an exact preview.
    ///   - extractedOn: The day of the extract, where somebody knows it; else the file's own.
    ///   - progress: Told the rows that were taken and those of the file, every thousand rows; what it
    ///     throws ends the import, which then changed nothing.
    /// - Returns: What it did or, in a dry run, would do.
    /// - Throws: ``ReplicaError`` where the store cannot be written.
    package func importErp(
        _ file: ErpFile,
        isDryRun: Bool = false,
        extractedOn: CalendarDay? = nil,
        progress: (_ taken: Int, _ total: Int) throws -> Void = { _, _ in }
    ) throws -> ImportReport {
        let survey = ImportSurvey(file)
        do {
            return try replica.write { transaction in
                var report = ImportReport(of: file, isDryRun: isDryRun)
                report.extractedOn = extractedOn ?? survey.extractedOn
                report.newerExtract = try newerExtract(than: report, transaction.database)
                report.held = try Self.heldFiles(transaction.database)
                var work = try ErpImport(
                    transaction,
                    replica.partition,
                    report,
                    references: survey.references
                )
                for row in file {
                    try work.take(row)
                    guard work.report.rows.isMultiple(of: Self.progressStep) else { continue }
                    try progress(work.report.rows, file.rowCount)
                }
                if work.hasWritten { try note(work.report, transaction) }
                if isDryRun { throw DryRun(report: work.report) }
                return work.report
            }
        } catch let dryRun as DryRun {
            return dryRun.report
        }
    }

    private static func heldFiles(_ database: Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM tenant WHERE merged_into IS NULL"
        ) ?? 0
    }

    private func newerExtract(
        than report: ImportReport,
        _ database: Database
    ) throws -> CalendarDay? {
        guard let day = report.extractedOn,
            let newest = try ImportCounts.newestExtract(database), newest > day
        else { return nil }
        return newest
    }

    private func note(_ report: ImportReport, _ transaction: WriteTransaction) throws {
        try transaction.note(
            .erpImport,
            of: nil,
            by: agent,
            counts: try ImportCounts(report).text
        )
    }
}
