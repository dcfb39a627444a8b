import Seams
import Tenancy

/// A file that somebody sent, from its arrival to the report of its import.
struct PendingImport: Sendable {
    /// What an import would do, and the rows that somebody may correct.
    struct Preview: Sendable {
        let report: ImportReport
        let rejected: [ErpFile.RejectedRow]
    }

    /// Borne by every form about it: one of another file changes nothing.
    let key: String
    let sample: ErpSample
    /// What the headers of this landlord's files are known to mean.
    let mapping: ColumnMapping
    /// The file, which has no name; none once it was imported.
    var file: (any Spool)?
    var choice: ColumnChoice
    var extractedOn: CalendarDay?
    var corrections = RowCorrections()
    var preview: Preview?
    /// What the import did, once it was made.
    var report: ImportReport?

    init(key: String, _ file: any Spool, _ sample: ErpSample, _ mapping: ColumnMapping) {
        self.key = key
        self.file = file
        self.sample = sample
        self.mapping = mapping
        let columns = sample.columns.enumerated().compactMap { place, column in
            column.field.map { ($0, place) }
        }
        choice = ColumnChoice(Dictionary(columns) { first, _ in first })
    }

    /// The file with the columns that were chosen and the lines that were corrected.
    func extract(on today: CalendarDay) throws -> ErpFile? {
        guard let file else { return nil }
        return try ErpFile(
            bytes: try file.bytes(),
            choosing: choice,
            correcting: corrections,
            today: today
        )
    }
}
