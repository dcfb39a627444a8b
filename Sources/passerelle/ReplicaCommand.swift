import ArgumentParser
import Causality
import ReplicaStore
import Tenancy

/// The laptops of a landlord.
struct ReplicaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replica",
        abstract: "Create another replica of a landlord's partition.",
        subcommands: [Create.self]
    )

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create a replica that knows all that another store knows."
        )

        @OptionGroup var options: StoreOptions

        @Option(name: .customLong("from"), help: "The store to take everything from.")
        var source: String

        @Option(help: "The name of this laptop, for the colleagues.")
        var label = "laptop"

        func run() throws {
            try Terminal.run(json: options.json) {
                let first = try LandlordStore.open(in: source, .host)
                let snapshot = try first.replica.delta(since: .init())
                let partition = first.replica.partition
                try first.replica.close()
                return try StoreMaker.make(partition, options, label: label, from: snapshot)
            }
        }
    }
}
