import Causality
import ReplicaStore
import Tenancy

/// What the status answers.
struct StatusAnswer: Report {
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
    /// How many others are known to have seen all that was written here.
    let seenBy: Int
    let replicas: [StatusReplica]
    let formerIdentities: [Former]

    var text: String {
        var lines = [
            "Landlord \(landlord), replica \(replica.prefix(8)), agent \(agent).",
            "\(tenants) tenants, \(conflicts) open conflicts, \(heldChanges) changes held.",
            "Dernières écritures d’ici\u{A0}: stocké, durable, vu par \(seenBy) "
                + (seenBy > 1 ? "postes." : "poste."),
        ]
        lines += replicas.map(\.text)
        lines += formerIdentities.map { "  \($0.replica.prefix(8))  \($0.line)" }
        return lines.joined(separator: "\n")
    }
}
