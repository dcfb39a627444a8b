/// What became of one row of the file.
package enum ImportedRow: Hashable, Sendable {
    case tenant(TenantRow, warnings: [RowWarning])
    case rejected(line: Int, reasons: [RejectReason])
}
