import ArgumentParser
import Foundation
import ReplicaStore
import Tenancy

/// A command that works in a store: it says what it does and what it answers, nothing else.
protocol StoreCommand: ParsableCommand {
    associatedtype Answer: Report

    var options: StoreOptions { get }

    func run(in store: LandlordStore) throws -> Answer
}

extension StoreCommand {
    func run() throws {
        try Terminal.run(json: options.json) {
            let store = try options.open()
            defer { try? store.replica.close() }
            return try run(in: store)
        }
    }
}
