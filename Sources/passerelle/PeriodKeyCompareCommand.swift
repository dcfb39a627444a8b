import ArgumentParser
import Custody
import Tenancy

/// The six words of another landlord's administrator, as that person told them.
struct PeriodKeyCompareCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Type the six words that another landlord's administrator told you by telephone.",
        discussion: """
            The hub passes on by which keys administrators are known. It could pass on its own: words \
            that differ show it. Never read the words from the screen to the other person.
            """
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Argument(help: "The code of the other landlord.")
    var landlord: String

    @Option(help: "The six words that were told.")
    var words: String

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> DeviceDone {
        let door = try RegionDoor(options, store, custody)
        defer { door.close() }
        guard let card = try door.card(of: landlord) else {
            throw CustodyError(
                .notFound,
                "the hub has passed on no administrator of \(landlord): synchronise [no-administrator]"
            )
        }
        try custody.compare(card, of: landlord, told: words)
        return DeviceDone(isChanged: true, text: "\(landlord)’s administrator is known here.")
    }
}
