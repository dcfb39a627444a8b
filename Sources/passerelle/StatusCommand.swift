import ArgumentParser
import Causality
import Custody
import Exchange
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

    func run(in store: LandlordStore) throws -> StatusAnswer {
        let waiting = try Receiver(store.replica).waiting()
        let tenants = try store.replica.read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM tenant WHERE merged_into IS NULL"
            ) ?? 0
        }
        return StatusAnswer(
            landlord: store.replica.partition.code,
            replica: store.replica.id.description,
            agent: store.agent,
            tenants: tenants,
            conflicts: try store.inboxLines().filter { !$0.isSettledByRank }.count,
            heldChanges: waiting.changes,
            seenBy: try seenBy(store.replica),
            replicas: try replicas(store, waiting.missing),
            formerIdentities: try store.replica.identityHistory.map(StatusAnswer.Former.init)
        )
    }

    private func replicas(
        _ store: LandlordStore,
        _ missing: [MissingBundles]
    ) throws -> [StatusReplica] {
        let record = try CustodyRecord(in: try options.folder, .host)
        let peers = try PeersAnswer(store).peers
        return try store.replica.versionVector.entries.map { entry in
            let id = entry.replica
            return StatusReplica(
                entry,
                device: try store.replicaLabel(id),
                peer: peers.first { $0.id == id },
                record,
                owes: missing.first { $0.sender == id }?.sequences ?? [],
                isThisOne: id == store.replica.id
            )
        }
    }

    /// How many others are known to have seen all that was written here, under every name of it.
    private func seenBy(_ replica: Replica) throws -> Int {
        let formers = try replica.identityHistory.map(\.replica)
        let vector = replica.versionVector
        return try replica.peers().count { peer in
            !formers.contains(peer.replica)
                && (formers + [replica.id]).allSatisfy { peer.vector[$0] >= vector[$0] }
        }
    }
}
