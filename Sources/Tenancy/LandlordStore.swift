import Causality
import GRDB
import Records
import ReplicaStore

/// One landlord's store on one laptop, in the words of the trade.
///
/// Each concern has its file: tenants, duplicates, events, attendance, follow-up, import, indicators.
package struct LandlordStore: Sendable {
    package let replica: Replica
    /// Who works here: the name that decisions, registrations and merges are noted under.
    package let agent: String

    package init(_ replica: Replica, agent: String) {
        self.replica = replica
        self.agent = agent
    }

    /// Creates the store of a landlord's first laptop.
    package static func create(
        in folder: String,
        _ partition: PartitionID,
        agent: String,
        label: String,
        _ environment: ReplicaEnvironment
    ) throws -> LandlordStore {
        let replica = try Replica.create(
            in: folder,
            partition,
            try TenancySchema.make(),
            environment,
            functions: SearchSQL.all
        )
        let store = LandlordStore(replica, agent: agent)
        try store.noteDevice(label: label)
        return store
    }

    /// Opens the store in a folder.
    package static func open(
        in folder: String,
        agent: String? = nil,
        _ environment: ReplicaEnvironment
    ) throws -> LandlordStore {
        let replica = try Replica.open(
            in: folder,
            try TenancySchema.make(),
            environment,
            functions: SearchSQL.all
        )
        let store = LandlordStore(replica, agent: "")
        let known = try store.lastLabel()
        let named = LandlordStore(replica, agent: agent ?? known?.agent ?? replica.id.short)
        // A store that took a new id says again whose it is.
        if let known, try store.replicaLabel(replica.id) == nil {
            try LandlordStore(replica, agent: known.agent).noteDevice(label: known.label)
        }
        return named
    }

    /// Whose laptop this is, under its present id or the last one under which it said so.
    private func lastLabel() throws -> (label: String, agent: String)? {
        let ids = try [replica.id] + replica.identityHistory.map(\.replica).reversed()
        for id in ids {
            if let label = try replicaLabel(id) { return label }
        }
        return nil
    }

    /// Says on every laptop whose this one is.
    private func noteDevice(label: String) throws {
        try replica.write { transaction in
            try transaction.insert(
                "device",
                id: .natural("device", replica.id.bytes),
                [
                    "replica": .blob(replica.id.bytes), "label": .text(label),
                    "agent": .text(agent),
                ]
            )
        }
    }

    /// Whose laptop a replica is, nil where it has not said so yet.
    package func replicaLabel(_ id: ReplicaID) throws -> (label: String, agent: String)? {
        try replica.read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT label, agent FROM device WHERE id = ?",
                arguments: [RecordID.natural("device", id.bytes).data]
            ).map { (label: $0["label"] ?? "", agent: $0["agent"] ?? "") }
        }
    }
}
