import ArgumentParser
import Tenancy

struct TransferListCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the consents, the packs that were made and those that were accepted here."
    )

    @OptionGroup var options: StoreOptions

    func run(in store: LandlordStore) throws -> TransferAnswer {
        TransferAnswer(try store.transfers())
    }
}
