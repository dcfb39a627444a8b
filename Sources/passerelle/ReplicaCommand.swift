import ArgumentParser
import Causality
import Custody
import ReplicaStore
import Tenancy

/// The laptops of a landlord.
struct ReplicaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replica",
        abstract: "Create another replica of a landlord's partition; list and set aside replicas.",
        subcommands: [Create.self, Peers.self, SetAside.self]
    )

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create a replica that knows all that another store knows.",
            discussion: "The other store is the administrator's; the new one is enrolled at once, "
                + "under the same passphrase."
        )

        @OptionGroup var options: StoreOptions
        @OptionGroup var keys: PassphraseOptions

        @Option(name: .customLong("from"), help: "The store to take everything from.")
        var source: String

        @Option(help: "The name of this laptop, for the colleagues.")
        var label = "laptop"

        func run() throws {
            try Terminal.run(json: options.json) {
                let first = try LandlordStore.open(in: source, .host)
                defer { try? first.replica.close() }
                let typed = try keys.passphrase(of: source)
                let custody = try DeviceCustody.unlock(in: source, with: typed, .host)
                defer { try? custody.close() }
                try custody.requireAdministrator()
                let partition = first.replica.partition
                return try StoreMaker.make(partition, options, label: label) { store, folder in
                    let snapshot = try first.replica.delta(since: VersionVector())
                    try store.replica.apply(snapshot.bytes)
                    return try custody.enrol(store, folder, under: typed)
                }
            }
        }
    }

    struct Peers: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the other replicas: when each was last heard of, and what it lacks.",
            discussion: "A deletion is kept until every replica that is not set aside has seen it."
        )

        @OptionGroup var options: StoreOptions

        func run(in store: LandlordStore) throws -> PeersAnswer { try PeersAnswer(store) }
    }

    struct SetAside: StoreCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-aside",
            abstract: "Free deletions without waiting for a replica that is lost or retired.",
            discussion:
                "Without --yes nothing is changed: what it would mean is told, and the exit "
                + "code is 3. Should the replica come back, it counts again once it has caught up; "
                + "what it wrote meanwhile to rows that are gone is listed in the inbox."
        )

        @OptionGroup var options: StoreOptions

        @Flag(help: "Do it.")
        var yes = false

        @Argument(help: "The replica, or the first digits of its name.")
        var replica: String

        func run(in store: LandlordStore) throws -> SetAsideAnswer {
            let peer = try PeersAnswer(store).peer(beginning: replica)
            let before = try store.replica.pendingDeletions()
            if yes { try store.replica.setAside(peer.id) }
            let pending = try store.replica.pendingDeletions()
            return SetAsideAnswer(peer, isDone: yes, freed: before - pending, pending: pending)
        }
    }
}
