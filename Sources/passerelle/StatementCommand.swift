import ArgumentParser
import BundleFormat
import Exchange
import FolderExchange
import HostSystem
import Statistics
import Tenancy

/// What goes to the hub.
struct StatementCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "Leave the counts of a programme for the hub: counts only, nobody's name."
    )

    @OptionGroup var options: StoreOptions

    @Option(help: "The code of the programme.")
    var programme: String

    @Option(help: "The folder from which the hub fetches statements.")
    var hub: String

    @Option(help: "The landlord's name as the region knows it; else its code.")
    var landlordName: String?

    func run(in store: LandlordStore) throws -> Answer {
        let statement = try store.statement(programme: programme, landlordName: landlordName)
        let outbox = StatementOutbox(store.replica, FolderMailbox(HostFolder(hub)))
        let envelope = try outbox.send(
            statement.canonicalBytes,
            version: statement.version
        )
        return Answer(
            file: envelope.fileName,
            landlord: statement.landlord.code,
            programme: statement.programme,
            cutoff: statement.cutoff.isoText,
            version: statement.version
        )
    }

    struct Answer: Report {
        let file: String
        let landlord: String
        let programme: String
        let cutoff: String
        let version: Int

        var text: String {
            "Statement of \(landlord) for \(programme), \(cutoff), version \(version): \(file)."
        }
    }
}
