import ArgumentParser
import Tenancy

/// Undoes a merge.
struct TenantUnmergeCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge",
        abstract: "Undo the merge of a file: it stands for itself again."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The file that was merged.")
    var merged: String

    func run(in store: LandlordStore) throws -> TenantAnswer {
        TenantAnswer(try store.unmerge(try store.resolve(merged, in: "tenant")))
    }
}
