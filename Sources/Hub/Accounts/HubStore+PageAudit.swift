import Foundation
import GRDB
import HubWire

extension HubStore {
    private static let firstLink = [UInt8](repeating: 0, count: ContentHash.length)

    static func append(_ line: PageAudit, to database: Database) throws {
        let last = try Data.fetchOne(
            database,
            sql: "SELECT chain FROM page_audit ORDER BY number DESC LIMIT 1"
        )
        try database.execute(
            sql: "INSERT INTO page_audit (at, account, action, what, chain) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                Int64(clamping: line.at), line.account, line.action.rawValue, line.what,
                Data(line.chain(after: last.map(Array.init) ?? firstLink)),
            ]
        )
    }

    /// The last lines of the audit, the latest first.
    package func pageAudit(last count: Int) throws -> [PageAudit] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM page_audit ORDER BY number DESC LIMIT ?",
                arguments: [count]
            ).map(Self.pageAudit)
        }
    }

    /// Whether every line of the audit holds the one before it.
    package static func faultsOfPageAudit(_ database: Database) throws -> [String] {
        let lines = try Row.fetchCursor(database, sql: "SELECT * FROM page_audit ORDER BY number")
        var (previous, number) = (firstLink, 0)
        while let row = try lines.next() {
            number += 1
            let chain: Data = row["chain"]
            guard row["number"] == number,
                try pageAudit(row).chain(after: previous) == Array(chain)
            else { return ["the audit of the pages was altered at line \(number)"] }
            previous = Array(chain)
        }
        return []
    }

    private static func pageAudit(_ row: Row) throws -> PageAudit {
        guard let action = PageAudit.Action(rawValue: row["action"]) else {
            throw HubFailure.unreadableRow(table: "page_audit", key: String(row["number"] as Int))
        }
        return PageAudit(
            at: UInt64(clamping: row["at"] as Int64),
            account: row["account"],
            action: action,
            what: row["what"]
        )
    }
}
