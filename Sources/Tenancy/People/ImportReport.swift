/// What an import of an extract did, or would do.
package struct ImportReport: Equatable, Sendable {
    /// A row that was left out, and why.
    package struct Rejection: Hashable, Sendable {
        package let line: Int
        package let reasons: [RejectReason]
    }

    package let isDryRun: Bool
    package let encoding: TextEncoding
    package let delimiter: CsvDelimiter
    package let droppedColumns: [DroppedColumn]
    package let ignoredColumns: [IgnoredColumn]
    /// Files of people that the store held before.
    package internal(set) var held = 0
    /// Rows of the file, blank ones apart.
    package internal(set) var rows = 0
    package internal(set) var created = 0
    package internal(set) var updated = 0
    package internal(set) var unchanged = 0
    /// Rows whose tenant has a field on which an agent and the ERP contradict each other, found now
    /// or before.
    package internal(set) var conflicts = 0
    /// Open contradictions, field by field, that this file brought.
    package internal(set) var newConflicts = 0
    /// Open contradictions of the whole store afterwards, field by field.
    package internal(set) var openConflicts = 0
    package internal(set) var rejected: [Rejection] = []
    /// Lines whose tenant stands in the file already.
    package internal(set) var duplicatesInFile: [Int] = []
    /// Lines whose tenant was erased: they are left out for good.
    package internal(set) var erased: [Int] = []
    /// The lines of the kept rows in which something was mended or left out.
    package internal(set) var warnings: [RowWarning.Kind: [Int]] = [:]
    /// The lines of the kept rows whose commune or QPV no list of the region knows.
    package internal(set) var toVerify: [Int] = []
    /// The day of the extract, where the file or somebody said it.
    package internal(set) var extractedOn: CalendarDay?
    /// The day of an extract imported before, where that one is the newer.
    package internal(set) var newerExtract: CalendarDay?

    init(of file: ErpFile, isDryRun: Bool) {
        self.isDryRun = isDryRun
        encoding = file.encoding
        delimiter = file.delimiter
        droppedColumns = file.droppedColumns
        ignoredColumns = file.ignoredColumns
    }

    /// Rows that were kept: created, updated, unchanged or contradicting.
    package var kept: Int { created + updated + unchanged + conflicts }

    /// Whether most rows would make a new file though people are known here: what a spreadsheet that
    /// mangled the references looks like.
    package var isMostlyNew: Bool { held > 0 && created * 2 > kept }
}
