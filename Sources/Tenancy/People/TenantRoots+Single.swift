import Foundation
import GRDB
import Records

extension TenantRoots {
    /// The file that stands for one, found by its own row: the rest of the table is not read.
    ///
    /// It ends where ``root(of:)`` ends, in circles too.
    package static func root(of id: RecordID, _ database: Database) throws -> RecordID {
        let statement = try database.cachedStatement(
            sql: """
                SELECT merged_into FROM tenant AS merged WHERE id = ?
                    AND EXISTS (SELECT 1 FROM tenant AS kept WHERE kept.id = merged.merged_into)
                """
        )
        var visited: [RecordID] = [id]
        var current = id
        while let row = try Row.fetchOne(statement, arguments: [current.data]),
            let kept = RecordID(row, "merged_into")
        {
            if let start = visited.firstIndex(of: kept) { return visited[start...].min() ?? kept }
            visited.append(kept)
            current = kept
        }
        return current
    }
}
