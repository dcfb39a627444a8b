import GRDB
import Records

/// What an agent wrote of somebody in their own words.
package struct FileNote: Hashable, Sendable {
    package let id: RecordID
    /// Milliseconds since 1970.
    package let writtenAt: UInt64
    package let writtenBy: String
    package let text: String
    /// When its author corrected it last; nil where the text is the first one.
    package var correctedAt: UInt64?

    init?(_ row: Row) {
        guard let id = RecordID(row, "id"), let text = row["text"] as String? else { return nil }
        (self.id, self.text) = (id, text)
        writtenAt = UInt64(clamping: row["written_at"] as Int64? ?? 0)
        writtenBy = row["written_by"] ?? ""
    }
}
