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
            replicas: replicas,
            formerIdentities: try store.replica.identityHistory.map(Answer.Former.init)
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

        struct Former: Encodable {
            let replica: String
            let day: String
            let reason: String

            init(_ former: IdentityFormer) {
                replica = former.replica.description
                day = FrenchTime.day(of: former.milliseconds)?.isoText ?? ""
                reason = former.reason.rawValue
            }

            /// « ce poste a pris un nouveau numéro le 23/11/2026 : copie détectée ».
            var line: String {
                let date = day.split(separator: "-").reversed().joined(separator: "/")
                return "ce poste a pris un nouveau numéro le \(date)\u{A0}: \(words)"
            }

            private var words: String {
                switch IdentityReason(rawValue: reason) {
                case .copied: "copie détectée"
                case .putBack, .forked: "retour en arrière détecté"
                case .witnessLost: "fichier témoin perdu"
                case .restored: "sauvegarde restaurée"
                case nil: reason
                }
            }
        }

        let landlord: String
        let replica: String
        let agent: String
        let tenants: Int
        let conflicts: Int
        let heldChanges: UInt64
        let replicas: [Known]
        let formerIdentities: [Former]

        var text: String {
            var lines = [
                "Landlord \(landlord), replica \(replica.prefix(8)), agent \(agent).",
                "\(tenants) tenants, \(conflicts) open conflicts, \(heldChanges) changes held.",
            ]
            lines += replicas.map {
                "  \($0.replica.prefix(8))  \($0.writes) writes seen  \($0.label)  \($0.agent)"
                    + ($0.isThisOne ? "  (this one)" : "")
            }
            lines += formerIdentities.map { "  \($0.replica.prefix(8))  \($0.line)" }
            return lines.joined(separator: "\n")
        }
    }
}
