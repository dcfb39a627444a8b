import ArgumentParser
import Records
import Tenancy

struct TransferWithdrawCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take a consent back; of a pack that was made, destroy the file yourself."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The transfer's identity, or its first digits.")
    var transfer: String

    func run(in store: LandlordStore) throws -> TransferAnswer {
        let id = try store.resolve(transfer, in: "transfer")
        try store.withdrawConsent(id)
        return TransferAnswer(try store.transfers().filter { $0.id == id })
    }
}
