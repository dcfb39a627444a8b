import ArgumentParser
import Foundation
import HostSystem
import Records
import ReplicaStore
import Tenancy

/// The landlord itself.
struct LandlordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "landlord",
        abstract: "Create a landlord's partition.",
        subcommands: [Create.self]
    )

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create a landlord's partition and its first replica."
        )

        @OptionGroup var options: StoreOptions

        @Option(help: "The landlord's short code: letters, digits, - and _, at most 32.")
        var code: String

        @Option(help: "The name of this laptop, for the colleagues.")
        var label = "first laptop"

        func run() throws {
            try Terminal.run(json: options.json) {
                let random = SystemEntropy().bytes(16)
                guard let id = RecordID(bytes: random),
                    let partition = PartitionID(kind: .landlord, id: id, code: code)
                else {
                    throw TenancyError(
                        .badValue,
                        "‘\(code)’ is no landlord code: use letters, digits, - and _"
                    )
                }
                return try StoreMaker.make(partition, options, label: label)
            }
        }
    }
}
