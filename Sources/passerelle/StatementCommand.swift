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
        commandName: "send",
        abstract: "Leave the signed counts of a programme for the hub: counts only, nobody's name."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions
    @OptionGroup var road: RoadOptions

    @Option(help: "The code of the programme.")
    var programme: String

    @Option(help: "The landlord's name as the region knows it; else its code.")
    var landlordName: String?

    @Option(help: "The fewest persons of a block of the tables, as the region's policy says.")
    var threshold = Threshold.usual

    @Flag(help: "Send the headline alone, without tables.")
    var plain = false

    func validate() throws {
        guard Threshold.range.contains(threshold) else {
            throw ValidationError(
                "--threshold takes \(Threshold.lowest) to \(Threshold.range.upperBound), "
                    + "not \(threshold)"
            )
        }
    }

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
        let statement = try count(store)
        var name = ""
        try leave(custody) { mailbox in
            name = try StatementOutbox(custody, store.replica, mailbox).send(
                statement.bytes,
                version: statement.headline.version
            )
        }
        if !plain {
            let headline = statement.headline
            try custody.noteSent(
                statement.bytes,
                of: headline.programme,
                version: headline.version
            )
        }
        return Answer(
            file: name,
            landlord: statement.headline.landlord.code,
            programme: statement.headline.programme,
            cutoff: statement.headline.cutoff.isoText,
            version: statement.headline.version,
            schema: plain ? Statement.schema : DetailedStatement.schema,
            tables: statement.tables
        )
    }

    private func count(
        _ store: LandlordStore
    ) throws -> (headline: Statement, tables: Int, bytes: [UInt8]) {
        guard !plain else {
            let headline = try store.statement(programme: programme, landlordName: landlordName)
            return (headline, 0, headline.canonicalBytes)
        }
        let statement = try store.detailedStatement(
            programme: programme,
            landlordName: landlordName,
            k: threshold
        )
        return (statement.headline, statement.tables.count, statement.canonicalBytes)
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
        /// 1 for the headline alone, 2 with tables.
        let schema: Int
        let tables: Int

        var text: String {
            "Statement of \(landlord) for \(programme), \(cutoff), version \(version), "
                + "\(tables) tables: \(file)."
        }
    }
}
