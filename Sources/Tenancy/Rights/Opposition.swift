import Foundation
import GRDB
import Records

/// The people who do not want anything new to be done with their file.
package struct Opposition: Sendable {
    private static let condition: String = {
        let kinds = RightsKind.allCases.filter(\.stopsUse).map { "'\($0.rawValue)'" }
        let over = [RightsStatus.refused, .lifted].map { "'\($0.rawValue)'" }
        return "kind IN (\(kinds.joined(separator: ", "))) "
            + "AND status NOT IN (\(over.joined(separator: ", ")))"
    }()

    /// The files that stand for them.
    private let files: Set<RecordID>

    init(_ database: Database) throws {
        let ids = try Data.fetchAll(
            database,
            sql: "SELECT DISTINCT tenant FROM rights_request WHERE \(Self.condition)"
        ).compactMap { RecordID(bytes: $0) }
        files = Set(try ids.map { try TenantRoots.root(of: $0, database) })
    }

    /// Whether the file that stands for a person is one of them.
    package func contains(_ standing: RecordID) -> Bool { files.contains(standing) }

    /// Refuses something new for whoever opposed under any of their files.
    static func require(_ file: RecordID, isNotOpposedIn database: Database) throws {
        guard try !Opposition(database).contains(TenantRoots.root(of: file, database)) else {
            throw TenancyError(
                .opposed,
                "the person opposed the use of their data: nothing new is noted for them"
            )
        }
    }
}
