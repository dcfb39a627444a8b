import ArgumentParser
import Foundation
import HostSystem
import ReplicaStore
import Tenancy

/// Which store, who works there, and in what form the answer is wanted.
struct StoreOptions: ParsableArguments {
    @Option(help: "The folder of the store; else PASSERELLE_STORE.")
    var store: String?

    @Option(help: "Who works here; else PASSERELLE_AGENT, else the agent of this laptop.")
    var agent: String?

    @Flag(help: "Answer with one JSON object.")
    var json = false

    /// The folder of the store.
    var folder: String {
        get throws {
            if let store { return store }
            if let named = ProcessInfo.processInfo.environment["PASSERELLE_STORE"] { return named }
            throw ValidationError("no store: name its folder with --store DIR or PASSERELLE_STORE")
        }
    }

    /// The name of who works here, nil where nobody said.
    var agentName: String? { agent ?? ProcessInfo.processInfo.environment["PASSERELLE_AGENT"] }

    func open() throws -> LandlordStore {
        try LandlordStore.open(in: folder, agent: agentName, .host)
    }
}

extension ReplicaEnvironment {
    /// This machine.
    static let host = ReplicaEnvironment(
        clock: SystemClock(),
        entropy: SystemEntropy(),
        volume: HostVolume()
    )
}
