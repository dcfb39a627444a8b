import Foundation
import GRDB
import Records

/// The files that went to another landlord: they are read here and written no more.
struct TransferredFiles {
    private let files: Set<RecordID>

    init(_ database: Database) throws {
        let ids = try Data.fetchAll(
            database,
            sql: "SELECT tenant FROM transfer WHERE state = ?",
            arguments: [Transfer.State.sent.rawValue]
        )
        files = Set(ids.compactMap { RecordID(bytes: $0) })
    }

    func contains(_ file: RecordID) -> Bool { files.contains(file) }

    /// Refuses to write a file that went to another landlord.
    static func require(_ file: RecordID, isHereIn database: Database) throws {
        let hasGone = try Bool.fetchOne(
            database.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM transfer WHERE tenant = ? AND state = ?)"
            ),
            arguments: [file.data, Transfer.State.sent.rawValue]
        )
        guard hasGone != true else {
            throw TenancyError(
                .refused,
                "the file went to another landlord with the person's consent: it is read here only "
                    + "[transferred]"
            )
        }
    }
}
