extension ErpFile {
    /// A row that was left out, as somebody reads it who may correct it.
    package struct RejectedRow: Equatable, Sendable {
        package let line: Int
        package let reasons: [RejectReason]
        /// What stands in its cells; nil where the row's cells cannot be told apart.
        package let texts: [CanonicalField: String]?
    }

    /// The fields by which somebody recognises a row, and those that they can correct.
    private static let shown: [CanonicalField] = [.erpRef, .lastName, .firstName, .birthDate]

    /// The first rows that were left out, at most `limit` of them; a NIR in them is not shown.
    package func rejectedRows(limit: Int) -> [RejectedRow] {
        var rows: [RejectedRow] = []
        var reader = reader
        while rows.count < limit, reader.next() {
            if reader.record.isBlank(in: reader.bytes) { continue }
            var row = RowReader(reader.record, of: self)
            guard case .rejected(let line, let reasons) = row.read() else { continue }
            let texts = row.texts(of: Self.shown)
            rows.append(RejectedRow(line: line, reasons: reasons, texts: texts))
        }
        return rows
    }
}

extension RowReader {
    /// What stands in some fields; nil where the row's cells cannot be told apart.
    fileprivate mutating func texts(of fields: [CanonicalField]) -> [CanonicalField: String]? {
        guard !isBroken else { return nil }
        var texts: [CanonicalField: String] = [:]
        for field in fields { texts[field] = text(field) }
        return texts
    }
}
