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

    @Option(
        help: "The fewest persons of a block of the tables, if more than the region's policy says."
    )
    var threshold: Int?

    @Flag(help: "Send the headline alone, without tables.")
    var plain = false

    func validate() throws {
        guard let threshold else { return }
        guard Threshold.range.contains(threshold) else {
            throw ValidationError(
                "--threshold takes \(Threshold.lowest) to \(Threshold.range.upperBound), "
                    + "not \(threshold)"
            )
        }
    }

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
        let door = try RegionDoor(options, store, custody)
        defer { door.close() }
        let policy = try door.policy
        let statement = try count(store, threshold: try threshold(under: policy))
        let tokens = try TokenDesk(door).tokens(of: statement.headline, store, under: policy)
        var name = ""
        try leave(custody) { mailbox in
            let outbox = StatementOutbox(custody, store.replica, mailbox)
            let version = statement.headline.version
            name = try outbox.send(statement.bytes, version: version)
            if let list = tokens.list { try outbox.send(list.canonicalBytes, version: version) }
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
            tables: statement.tables,
            threshold: try threshold(under: policy),
            tokensOf: tokens.list?.period,
            withoutTokens: tokens.reason
        )
    }

    /// The region's threshold, or a greater one; never a lower.
    private func threshold(under policy: ReleasePolicy) throws -> Int {
        guard let threshold else { return policy.threshold }
        guard threshold >= policy.threshold else {
            throw TenancyError(
                .refused,
                "the region's policy asks for \(policy.threshold) persons in a block: "
                    + "--threshold may only raise it [low-threshold]"
            )
        }
        return threshold
    }

    private func count(
        _ store: LandlordStore,
        threshold: Int
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
        /// The fewest persons of a block of the tables.
        let threshold: Int
        /// The period of the tokens that went with it.
        let tokensOf: String?
        /// Why none went with it, where the landlord allows them.
        let withoutTokens: String?

        var text: String {
            let statement =
                "Statement of \(landlord) for \(programme), \(cutoff), version \(version), "
                + "\(tables) tables: \(file)."
            let tokens = tokensOf.map { "With tokens of the period \($0)." }
            return [statement, tokens, withoutTokens].compactMap { $0 }.joined(separator: "\n")
        }
    }
}
