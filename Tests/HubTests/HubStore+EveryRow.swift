import Foundation
import GRDB
import Hub

extension HubStore {
    /// Every row of every table of ours, in order.
    func everyRow() throws -> [String] {
        try queue.read { database in
            let tables = [
                "programme", "landlord", "expected_landlord", "statement", "refusal",
                "night", "carried",
                "release", "release_source",
            ]
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1")
                    .map { "\(table) \($0)" }
            }
        }
    }

    func pragma(_ name: String) throws -> String? {
        try queue.read { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }

    func execute(_ sql: String) throws {
        try queue.write { try $0.execute(sql: sql) }
    }
}
