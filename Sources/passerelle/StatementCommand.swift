import ArgumentParser
import Custody
import Exchange
import FolderExchange
import HTTPExchange
import HostSystem
import Statistics
import Tenancy

/// What goes to the hub.
struct StatementCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "Leave the signed counts of a programme for the hub: counts only, nobody's name."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions
    @OptionGroup var road: RoadOptions

    @Option(help: "The code of the programme.")
    var programme: String

    @Option(help: "The landlord's name as the region knows it; else its code.")
    var landlordName: String?

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
        let statement = try store.statement(programme: programme, landlordName: landlordName)
        var name = ""
        try leave(custody) { mailbox in
            name = try StatementOutbox(custody, store.replica, mailbox).send(
                statement.canonicalBytes,
                version: statement.version
            )
        }
        return Answer(
            file: name,
            landlord: statement.landlord.code,
            programme: statement.programme,
            cutoff: statement.cutoff.isoText,
            version: statement.version
        )
    }

    private func leave(_ custody: DeviceCustody, _ work: (any Mailbox) throws -> Void) throws {
        if let folder = road.folder { return try work(FolderMailbox(HostFolder(folder))) }
        try HubRoad.leave(
            custody,
            at: try road.address,
            key: road.hubKey,
            trusting: try road.authority,
            beside: HostFolder(try options.folder),
            .host,
            work
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
