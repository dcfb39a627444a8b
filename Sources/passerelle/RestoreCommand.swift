import ArgumentParser
import Tenancy

/// Makes a store from a backup.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a store from a backup, in a folder that holds none.",
        discussion: "The store is a new replica: the one that was copied may go on beside it. Exit "
            + "code 3: it was made, and has findings."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The backup.")
    var file: String

    func run() throws {
        try Terminal.run(json: options.json) {
            let folder = try StoreMaker.makeFolder(options)
            return VerifyAnswer(
                "Restored",
                folder,
                try LandlordStore.restore(from: file, into: folder, .host)
            )
        }
    }
}
