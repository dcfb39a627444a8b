import ArgumentParser
import Custody
import ReplicaStore
import Tenancy

/// A command that works in a store with the keys of its device.
protocol EnrolledCommand: ParsableCommand {
    associatedtype Answer: Report

    var options: StoreOptions { get }
    var keys: PassphraseOptions { get }

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer
}

extension EnrolledCommand {
    func run() throws {
        try Terminal.run(json: options.json) {
            let store = try options.open()
            defer { try? store.replica.close() }
            let custody = try keys.unlock(try options.folder)
            defer { try? custody.close() }
            return try run(in: store, with: custody)
        }
    }
}
