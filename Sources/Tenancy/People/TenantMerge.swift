import Foundation
import GRDB
import Records

/// One merge of two files, undone or not.
package struct TenantMerge: Hashable, Sendable {
    /// A value of the kept file that the merge replaced, and what it was replaced by.
    package struct Replacement: Codable, Hashable, Sendable {
        package let was: String?
        package let took: String?
    }

    package let id: RecordID
    package let kept: RecordID
    package let merged: RecordID
    /// Milliseconds since 1970.
    package let mergedAt: Int64
    package let mergedBy: String
    package let undoneAt: Int64?
    package let undoneBy: String?
    /// By field.
    package let replaced: [TenantField: Replacement]

    static let columns =
        "id, kept, merged, merged_at, merged_by, undone_at, undone_by, replaced"

    init?(_ row: Row) {
        guard let id = RecordID(row, "id"), let kept = RecordID(row, "kept"),
            let merged = RecordID(row, "merged")
        else { return nil }
        self.id = id
        self.kept = kept
        self.merged = merged
        mergedAt = row["merged_at"] ?? 0
        mergedBy = row["merged_by"] ?? ""
        undoneAt = row["undone_at"]
        undoneBy = row["undone_by"]
        replaced = Self.read(row["replaced"] ?? "")
    }

    /// The form of the column: an object by the name of the field.
    static func text(_ replaced: [TenantField: Replacement]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let named = replaced.map { ($0.rawValue, $1) }
        let data = try encoder.encode(Dictionary(uniqueKeysWithValues: named))
        return String(decoding: data, as: UTF8.self)
    }

    // A field that this version does not know is left as the merge left it.
    private static func read(_ text: String) -> [TenantField: Replacement] {
        let named = try? JSONDecoder().decode([String: Replacement].self, from: Data(text.utf8))
        let known = (named ?? [:]).compactMap { name, value in
            TenantField(rawValue: name).map { ($0, value) }
        }
        return Dictionary(uniqueKeysWithValues: known)
    }
}
