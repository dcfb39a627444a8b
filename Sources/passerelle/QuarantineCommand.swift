import ArgumentParser
import Custody
import Records
import ReplicaStore
import Sealing
import Tenancy

/// The bundles of revoked devices.
struct QuarantineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "List and accept bundles of revoked devices, which are kept apart unopened.",
        subcommands: [List.self, Accept.self],
        defaultSubcommand: List.self
    )

    struct List: EnrolledCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the bundles that were kept apart.",
            discussion: "Exit code 3: some wait."
        )

        @OptionGroup var options: StoreOptions
        @OptionGroup var keys: PassphraseOptions

        func run(in store: LandlordStore, with custody: DeviceCustody) throws -> QuarantineAnswer {
            try QuarantineAnswer(custody)
        }
    }

    struct Accept: EnrolledCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open one bundle, and write what it tells as this device's own writes.",
            discussion: "For the administrator's device, once it is certain who wrote it."
        )

        @OptionGroup var options: StoreOptions
        @OptionGroup var keys: PassphraseOptions

        @Argument(help: "The bundle: at least 8 digits of its hash.")
        var hash: String

        func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
            let hash = try QuarantineAnswer.hash(beginning: hash, in: custody.quarantined())
            let rows = try SealedCustodian(custody).release(hash, into: store.replica)
            return Answer(hash: hash.description, rows: rows)
        }

        struct Answer: Report {
            let hash: String
            let rows: Int

            var text: String { "\(rows) rows were written from bundle \(hash.prefix(16))." }
        }
    }
}
