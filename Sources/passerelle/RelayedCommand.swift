import ArgumentParser
import Custody
import Membership
import Tenancy

/// What colleagues relayed of a revoked device.
struct RelayedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relayed",
        abstract: "List, undo or keep what a revoked device wrote and a colleague passed on.",
        discussion:
            "A colleague who had not heard of the revocation merges its bundles: their rows "
            + "are listed here, and as they were before.",
        subcommands: [List.self, Reverse.self, Keep.self],
        defaultSubcommand: List.self
    )

    struct List: EnrolledCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the rows, and what was done to them.",
            discussion: "Exit code 3: there are some."
        )

        @OptionGroup var options: StoreOptions
        @OptionGroup var keys: PassphraseOptions

        func run(in store: LandlordStore, with custody: DeviceCustody) throws -> RelayedAnswer {
            try RelayedAnswer(custody, store.replica)
        }
    }

    struct Reverse: EnrolledCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write all the rows of one device as they were before.",
            discussion:
                "For the administrator's device. A row on which a colleague wrote since stays "
                + "as it is, and listed."
        )

        @OptionGroup var options: StoreOptions
        @OptionGroup var keys: PassphraseOptions

        @Option(help: "The number of the device, as in device list.")
        var station: UInt64

        func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
            let counts = try custody.reverseRelayed(of: Station(named: station), in: store.replica)
            return Answer(reversed: counts.reversed, unclear: counts.unclear)
        }

        struct Answer: Report {
            let reversed: Int
            /// The rows that only a person can decide.
            let unclear: Int

            var needsAttention: Bool { unclear > 0 }

            var text: String { "\(reversed) rows are as they were; \(unclear) are left to decide." }
        }
    }

    struct Keep: EnrolledCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let the rows of one device stand, and list them no more.",
            discussion: "For the administrator's device."
        )

        @OptionGroup var options: StoreOptions
        @OptionGroup var keys: PassphraseOptions

        @Option(help: "The number of the device, as in device list.")
        var station: UInt64

        func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
            Answer(kept: try custody.keepRelayed(of: Station(named: station), in: store.replica))
        }

        struct Answer: Report {
            let kept: Int

            var text: String { "\(kept) rows stand as they are." }
        }
    }
}
