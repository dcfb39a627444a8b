/// Turns one record into a typed row, and gathers what had to be mended on the way.
package struct RowReader {
    package let record: CsvRecord
    package let bytes: [UInt8]
    package let plan: ColumnPlan
    package let encoding: TextEncoding
    package let today: CalendarDay
    package let limits: ImportLimits
    private let corrections: [CanonicalField: String]
    private var warnings: [RowWarning] = []
    private var reasons: [RejectReason] = []

    package init(_ record: CsvRecord, of file: borrowing ErpFile) {
        self.record = record
        bytes = file.reader.bytes
        plan = file.plan
        encoding = file.encoding
        today = file.today
        limits = file.limits
        corrections = file.corrections[record.line]
    }

    package mutating func read() -> ImportedRow {
        if let reason = brokenShape { return .rejected(line: record.line, reasons: [reason]) }
        let lastName = name(.lastName) { .lastNameMissing(column: $0) }
        let firstName = name(.firstName) { .firstNameMissing(column: $0) }
        let birthDate = birthDate()
        guard let lastName, let firstName, let birthDate else {
            return .rejected(line: record.line, reasons: reasons)
        }
        var row = TenantRow(
            line: record.line,
            lastName: lastName,
            firstName: firstName,
            birthDate: birthDate
        )
        readRest(into: &row)
        return .tenant(row, warnings: warnings)
    }

    private mutating func readRest(into row: inout TenantRow) {
        row.erpRef = reference(.erpRef)
        row.title = title()
        row.birthName = text(.birthName)
        row.phone = phone()
        row.email = email()
        row.address = text(.address)
        row.postalCode = postalCode()
        row.communeCode = communeCode()
        row.communeName = text(.communeName)
        row.qpvCode = qpvCode()
        row.residence = text(.residence)
        row.leaseRef = reference(.leaseRef)
        row.dwellingRef = reference(.dwellingRef)
        row.extractedAt = extractDay()
    }

    /// Whether its cells cannot be told apart.
    var isBroken: Bool { brokenShape != nil }

    private var brokenShape: RejectReason? {
        switch record.flaw {
        case .cellTooLarge(let column):
            return .cellTooLarge(column: plan.name(of: column), limit: limits.cellBytes)
        case .textAfterQuote(let column):
            return .textAfterQuote(column: plan.name(of: column))
        case nil: break
        }
        let expected = plan.headers.count
        if record.cellCount < expected {
            return .tooFewCells(found: record.cellCount, expected: expected)
        }
        return record.cellCount > expected
            ? .tooManyCells(found: record.cellCount, expected: expected) : nil
    }

    /// The clean text of a field; nil without a column, in an empty cell, or where a NIR stands.
    package mutating func text(_ field: CanonicalField) -> String? {
        if let typed = corrections[field] { return clean(typed, field) }
        guard let column = plan.columns[field] else { return nil }
        let cell = record.cells[column]
        if NirDetector.isPresent(in: bytes, cell.start..<cell.end) {
            warn(.nirBlanked, field)
            return nil
        }
        guard let text = CellText(cell, in: bytes, encoding: encoding) else { return nil }
        if text.lostCharacters { warn(.charactersLost, field) }
        return text.text
    }

    /// What was typed in the place of a cell, under the rules of a cell.
    private mutating func clean(_ typed: String, _ field: CanonicalField) -> String? {
        let bytes = Array(typed.utf8.prefix(limits.cellBytes))
        if NirDetector.isPresent(in: bytes, bytes.indices) {
            warn(.nirBlanked, field)
            return nil
        }
        let text = CellText.cleanUnicode(bytes, encoding: .utf8)
        return text.isEmpty ? nil : text
    }

    package mutating func warn(_ kind: RowWarning.Kind, _ field: CanonicalField) {
        warnings.append(RowWarning(kind, column: columnName(field)))
    }

    package mutating func reject(_ reason: (String) -> RejectReason, _ field: CanonicalField) {
        reasons.append(reason(columnName(field)))
    }

    private func columnName(_ field: CanonicalField) -> String {
        plan.columns[field].map(plan.name) ?? field.rawValue
    }
}
