import ArgumentParser
import Custody
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
        let report = try store.replica.backup(to: file)
        try CustodyRecord.noteExport("backup", rows: report.rows, in: try options.folder, .host)
        return VerifyAnswer("Backup", file, report)
    }
}
