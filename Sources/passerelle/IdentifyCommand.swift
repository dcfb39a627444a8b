import ArgumentParser
import Records
import Tenancy

/// Who was found for a programme.
struct IdentifyCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "identify",
        abstract: "Note that a tenant was found for a programme (« repérage »)."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The tenant: at least 4 digits of the file's identity.")
    var tenant: String

    @Option(help: "The code of the programme.")
    var programme: String

    @Option(help: "Where they were met, in a word: door, hall, market, phone.")
    var channel: String?

    @Option(help: "Whether they wish to work: \(Codes.list(IdentificationDraft.KnownWish.self)).")
    var wish: String?

    @Option(help: "The day, YYYY-MM-DD; else today.")
    var day: String?

    @Option(help: "The day on which they were reached, YYYY-MM-DD.")
    var contacted: String?

    func run(in store: LandlordStore) throws -> Done {
        var draft = IdentificationDraft(
            try store.resolve(tenant, in: "tenant"),
            programme,
            on: try Codes.day(day, store)
        )
        draft.channel = channel
        draft.wishesToWork = try wish.map { try Codes.read($0, as: "wish") }
        draft.contactedOn = try contacted.map { try Codes.day($0) }
        let id = try store.identify(draft)
        return Done(id: id.description, text: "Identified for \(programme).")
    }
}
