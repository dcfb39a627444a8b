import ArgumentParser
import Causality
import Exchange
import Foundation
import GRDB
import Records
import ReplicaStore
import Tenancy

/// What this replica knows of itself and of the others.
struct StatusCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show what this store is, what it has seen, and what waits."
    )

    @OptionGroup var options: StoreOptions

    func run(in store: LandlordStore) throws -> Answer {
        let waiting = try Receiver(store.replica).waiting()
        let replicas = try store.replica.versionVector.entries.map { entry in
            let device = try store.replicaLabel(entry.replica)
            return Answer.Known(
                replica: entry.replica.description,
                label: device?.label ?? "",
                agent: device?.agent ?? "",
                writes: entry.counter,
                isThisOne: entry.replica == store.replica.id
            )
        }
        let tenants = try store.replica.read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM tenant WHERE merged_into IS NULL"
            ) ?? 0
        }
        return Answer(
            landlord: store.replica.partition.code,
            replica: store.replica.id.description,
            agent: store.agent,
            tenants: tenants,
            conflicts: try store.inboxLines().filter { !$0.isSettledByRank }.count,
            heldChanges: waiting.changes,
            replicas: replicas
        )
    }

    struct Answer: Report {
        struct Known: Encodable {
            let replica: String
            let label: String
            let agent: String
            let writes: UInt64
            let isThisOne: Bool
        }

        let landlord: String
        let replica: String
        let agent: String
        let tenants: Int
        let conflicts: Int
        let heldChanges: UInt64
        let replicas: [Known]

        var text: String {
            var lines = [
                "Landlord \(landlord), replica \(replica.prefix(8)), agent \(agent).",
                "\(tenants) tenants, \(conflicts) open conflicts, \(heldChanges) changes held.",
            ]
            lines += replicas.map {
                "  \($0.replica.prefix(8))  \($0.writes) writes seen  \($0.label)  \($0.agent)"
                    + ($0.isThisOne ? "  (this one)" : "")
            }
            return lines.joined(separator: "\n")
        }
    }
}
