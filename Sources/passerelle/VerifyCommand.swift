import ArgumentParser
import ReplicaStore
import Tenancy

/// Examines a store or a backup.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Examine the whole store, or a backup; nothing is changed.",
        discussion: "Findings name rows by their identity, never by what they hold. Exit code 3: "
            + "something was found."
    )

    @OptionGroup var options: StoreOptions

    @Option(help: "Examine this backup instead of the store.")
    var backup: String?

    func run() throws {
        try Terminal.run(json: options.json) {
            if let backup {
                return VerifyAnswer(
                    "Backup",
                    backup,
                    try LandlordStore.verify(backup: backup, .host)
                )
            }
            let store = try options.open()
            defer { try? store.replica.close() }
            return VerifyAnswer("Store", try options.folder, try store.replica.verify())
        }
    }
}
