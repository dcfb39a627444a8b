import Foundation
import GRDB
import HubWire
import Sealing
import Statistics

extension HubStore {
    /// What is wrong with the store: its pages, its statements, the chain of its signed reports.
    func findings(by keys: [VerifyingKey]) throws -> [String] {
        try queue.read { database in
            var findings = try String.fetchAll(database, sql: "PRAGMA integrity_check")
                .filter { $0 != "ok" }
            let bodies = try Data.fetchCursor(database, sql: "SELECT body FROM statement")
            while let body = try bodies.next() {
                if (try? SentStatement(bytes: Array(body))) == nil {
                    findings.append("a statement cannot be read")
                }
            }
            findings += try Self.faultsOfNights(database, keys)
            findings += try Self.faultsOfPolicies(database, keys)
            findings += try Self.faultsOfFrozenBilans(database)
            findings += try Self.faultsOfPageAudit(database)
            return findings
        }
    }

    private static func faultsOfNights(
        _ database: Database,
        _ keys: [VerifyingKey]
    ) throws -> [String] {
        let nights = try Row.fetchAll(database, sql: "SELECT * FROM night")
        let known = Set(nights.map { ContentHash(of: $0["report"] as Data).description })
        return nights.compactMap { night in
            let (report, signature): (Data, Data) = (night["report"], night["signature"])
            let day = night["day"] as Int
            let isSigned = keys.contains {
                $0.accepts(Array(signature), of: Array(report), as: .hubReport)
            }
            guard isSigned else {
                return "the report of day \(day) is not signed by this hub"
            }
            guard let read = try? HubOffice.read(Array(report)) else {
                return "the report of day \(day) cannot be read"
            }
            guard read.previous.map({ known.contains($0) }) ?? true else {
                return "the report before that of day \(day) is missing"
            }
            return nil
        }
    }
}
