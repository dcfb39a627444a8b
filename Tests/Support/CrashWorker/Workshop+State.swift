import BundleFormat
import Causality
import Exchange
import FolderExchange
import GRDB
import ReplicaStore

extension Workshop {
    /// Says all that the stores and the mailbox hold, for a judge that shares no code with them.
    func tell() throws {
        for side in [a, b] { try tell(side) }
        let listing = try mailbox.list()
        for item in listing.items {
            let target = item.header.target
            try Journal.line(
                "bundle \(item.token) \(target[a.replica.id]) \(target[b.replica.id])"
            )
        }
        for refusal in listing.refusals { try Journal.line("refused \(refusal.token)") }
        try Journal.line("end")
    }

    private func tell(_ side: Side) throws {
        let seen = side.replica.versionVector
        try Journal.line(
            "state \(side.name) \(side.replica.id) \(seen[a.replica.id]) \(seen[b.replica.id]) "
                + "\(seen.entries.count)"
        )
        let (integrity, rows) = try side.replica.read { database in
            (
                try String.fetchAll(database, sql: "PRAGMA integrity_check"),
                try Row.fetchAll(database, sql: "SELECT number, side, label FROM item")
            )
        }
        for line in integrity { try Journal.line("integrity \(side.name) \(line)") }
        for row in rows {
            try Journal.line(
                "row \(side.name) \(row["side"] as String) \(row["number"] as Int) "
                    + "\(row["label"] as String)"
            )
        }
        let arrivals = try side.replica.read { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT (SELECT arrival FROM passerelle_store) AS given,
                        max((SELECT coalesce(max(_arrival), 0) FROM item),
                            (SELECT coalesce(max(arrival), 0) FROM passerelle_grave)) AS used
                    """
            )
        }
        guard let arrivals else { return }
        try Journal.line(
            "arrival \(side.name) \(arrivals["given"] as Int) \(arrivals["used"] as Int)"
        )
    }
}
