import Foundation
import GRDB
import Records

/// Which file stands for a person: files that were merged into another lead to it.
///
/// Merges are few, so they are read whole. A circle, made by two merges apart, ends at the smallest
/// identity in it: every laptop then shows the same file. One that leads to a file that is not here, or
/// was erased, stands for itself.
package struct TenantRoots: Sendable {
    private let next: [RecordID: RecordID]

    package init(_ database: Database) throws {
        var next: [RecordID: RecordID] = [:]
        // No identity is empty: so asked, the index answers, and the other files are not looked at.
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, merged_into FROM tenant AS merged WHERE merged_into > x''
                    AND EXISTS (SELECT 1 FROM tenant AS kept WHERE kept.id = merged.merged_into)
                """
        )
        while let row = try rows.next() {
            guard let id = RecordID(row, "id"), let kept = RecordID(row, "merged_into") else {
                continue
            }
            next[id] = kept
        }
        self.next = next
    }

    /// The file that stands for this one: itself, unless it was merged.
    package func root(of id: RecordID) -> RecordID {
        var visited: [RecordID] = [id]
        var current = id
        while let kept = next[current] {
            if let start = visited.firstIndex(of: kept) { return visited[start...].min() ?? kept }
            visited.append(kept)
            current = kept
        }
        return current
    }

    /// Every file that leads to the same one as this, itself included.
    package func files(of id: RecordID) -> [RecordID] {
        let root = root(of: id)
        return ([root] + next.keys.filter { self.root(of: $0) == root && $0 != root }).sorted()
    }

    /// Whether some other file stands for this one.
    package func isMerged(_ id: RecordID) -> Bool { root(of: id) != id }
}
