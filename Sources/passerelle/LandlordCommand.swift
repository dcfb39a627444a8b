import ArgumentParser
import Custody
import Foundation
import HostSystem
import Records
import ReplicaStore
import Tenancy

/// The landlord itself.
struct LandlordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "landlord",
        abstract: "Create a landlord's partition, name its hub, allow tokens.",
        subcommands: [Create.self, LandlordHubCommand.self, LandlordTokensCommand.self]
    )

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create a landlord's partition and its first replica.",
            discussion:
                "This device becomes the administrator's. The answer shows the recovery kit, "
                + "and the passphrase if it was drawn here: neither is kept, nor shown again."
        )

        @OptionGroup var options: StoreOptions
        @OptionGroup var keys: PassphraseOptions

        @Option(help: "The landlord's short code: letters, digits, - and _, at most 32.")
        var code: String

        @Option(help: "The name of this laptop, for the colleagues.")
        var label = "first laptop"

        func run() throws {
            try Terminal.run(json: options.json) {
                let partition = try makePartition()
                let (typed, drawn) = try keys.forNewKeyring()
                return try StoreMaker.make(partition, options, label: label) { store, folder in
                    let (custody, kit) = try DeviceCustody.found(
                        in: folder,
                        partition,
                        under: typed,
                        .host
                    )
                    defer { try? custody.close() }
                    let made = StoreMaker.Made(store, folder, try custody.log(), custody.device)
                    return FoundAnswer(made, kit, passphrase: drawn)
                }
            }
        }

        private func makePartition() throws -> PartitionID {
            guard let id = RecordID(bytes: SystemEntropy().bytes(16)),
                let partition = PartitionID(kind: .landlord, id: id, code: code)
            else {
                throw TenancyError(
                    .badValue,
                    "‘\(code)’ is no landlord code: use letters, digits, - and _"
                )
            }
            return partition
        }
    }
}
