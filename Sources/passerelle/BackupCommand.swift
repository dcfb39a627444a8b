import ArgumentParser
import ReplicaStore
import Tenancy

/// Copies the store into one file.
struct BackupCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the whole store into one new file, and verify the copy.",
        discussion:
            "The file holds everything about everybody: keep it as safe as the laptop. Exit "
            + "code 3: the copy was made, and the store has findings."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The file to make.")
    var file: String

    func run(in store: LandlordStore) throws -> VerifyAnswer {
        VerifyAnswer("Backup", file, try store.replica.backup(to: file))
    }
}
