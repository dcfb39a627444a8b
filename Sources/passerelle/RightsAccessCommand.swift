import ArgumentParser
import Custody
import Records
import Tenancy

/// Everything that is held about somebody.
struct RightsAccessCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: "Write everything that is held about a tenant into a file, as JSON.",
        discussion: "The desk makes the same as a page to read and print. Check first who asks."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The tenant: at least 4 digits of the file's identity.")
    var tenant: String

    @Option(help: "The file to make.")
    var output: String

    func run(in store: LandlordStore) throws -> Done {
        let id = try store.resolve(tenant, in: "tenant")
        return try OutFile.make(output) {
            let record = try store.accessRecord(of: id)
            try CustodyRecord.noteExport(
                "acces",
                rows: record.rowCount,
                in: try options.folder,
                .host
            )
            let done = Done(id: id.description, text: "\(record.rowCount) rows are in \(output).")
            return (try record.json, done)
        }
    }
}
