/// What must be known of a whole file before its first row is taken.
struct ImportSurvey {
    /// The ERP references of its sound rows.
    private(set) var references: Set<String> = []
    /// The latest day that a row says it was extracted on.
    private(set) var extractedOn: CalendarDay?

    init(_ file: ErpFile) {
        for case .tenant(let row, _) in file {
            if let erpRef = row.erpRef { references.insert(erpRef) }
            extractedOn = [extractedOn, row.extractedAt].compactMap(\.self).max()
        }
    }
}
