/// A CSV export of a landlord's ERP, read one row at a time.
///
/// Opening it checks the whole file first: what would stop a reading half-way is refused before
/// the first row is given. The bytes are held once and never copied whole.
///
///     var file = try ErpFile(bytes: bytes, today: today)
///     while let row = file.next() { … }
package struct ErpFile: Sequence, IteratorProtocol, Sendable {
    package let encoding: TextEncoding
    package let delimiter: CsvDelimiter
    /// The line on which the headers stand.
    package let headerLine: Int
    /// The rows that `next()` will give, rejected ones included.
    package let rowCount: Int

    package let today: CalendarDay
    package let limits: ImportLimits
    package let plan: ColumnPlan
    /// What somebody typed in place of the cells of some lines.
    let corrections: RowCorrections
    private(set) var reader: CsvReader

    package var headers: [String] { plan.headers }
    package var ignoredColumns: [IgnoredColumn] { plan.ignored }
    package var droppedColumns: [DroppedColumn] { plan.dropped }
    /// The header from which each field is read.
    package var readColumns: [CanonicalField: String] { plan.columns.mapValues(plan.name) }

    package init(
        bytes: [UInt8],
        mapping: ColumnMapping = .standard,
        today: CalendarDay,
        limits: ImportLimits = ImportLimits()
    ) throws(ImportFailure) {
        try self.init(bytes, RowCorrections(), today, limits) {
            ColumnPlan(headers: $0, mapping: mapping)
        }
    }

    /// The same with the columns that somebody chose, and the lines that they corrected.
    package init(
        bytes: [UInt8],
        choosing choice: ColumnChoice,
        correcting corrections: RowCorrections = RowCorrections(),
        today: CalendarDay,
        limits: ImportLimits = ImportLimits()
    ) throws(ImportFailure) {
        try self.init(bytes, corrections, today, limits) {
            ColumnPlan(headers: $0, choice: choice)
        }
    }

    private init(
        _ bytes: [UInt8],
        _ corrections: RowCorrections,
        _ today: CalendarDay,
        _ limits: ImportLimits,
        plan makePlan: ([String]) -> ColumnPlan
    ) throws(ImportFailure) {
        self.corrections = corrections
        self.today = today
        self.limits = limits
        try Self.checkSize(of: bytes, limits: limits)
        encoding = try TextEncoding.detect(in: bytes)
        let header = try HeaderReader(bytes: bytes, encoding: encoding, limits: limits)
        delimiter = header.delimiter
        headerLine = header.line
        reader = header.reader
        var plan = makePlan(header.names)
        try header.require(plan)
        let survey = try FileSurvey(reader, columns: plan.headers.count, limits: limits)
        plan.drop(after: survey)
        self.plan = plan
        rowCount = survey.rows
    }

    private static func checkSize(
        of bytes: [UInt8],
        limits: ImportLimits
    ) throws(ImportFailure) {
        if bytes.isEmpty { throw .fileEmpty }
        if bytes.count > limits.fileBytes {
            throw .fileTooLarge(bytes: bytes.count, limit: limits.fileBytes)
        }
    }

    /// The next row, blank ones passed over; nil at the end of the file.
    package mutating func next() -> ImportedRow? {
        while reader.next() {
            let record = reader.record
            if record.isBlank(in: reader.bytes) { continue }
            var row = RowReader(record, of: self)
            return row.read()
        }
        return nil
    }
}
