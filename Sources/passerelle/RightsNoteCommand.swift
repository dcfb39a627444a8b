import ArgumentParser
import Records
import Tenancy

/// A request of somebody about their data.
struct RightsNoteCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Note what a tenant asks about their data; it is due a month later.",
        discussion: "From an opposition or limitation on, nothing new is noted for the person."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The tenant: at least 4 digits of the file's identity.")
    var tenant: String

    @Option(help: "The right: \(Codes.list(RightsKind.self)).")
    var kind: String

    @Option(help: "The day on which it was received, YYYY-MM-DD; else today.")
    var day: String?

    func run(in store: LandlordStore) throws -> Done {
        let id = try store.noteRequest(
            of: try store.resolve(tenant, in: "tenant"),
            try Codes.read(kind, as: "kind"),
            on: try Codes.day(day, store)
        )
        let due = try store.rightsRequests().first { $0.id == id }?.dueOn.isoText ?? "?"
        return Done(id: id.description, text: "Request noted: \(kind), due \(due).")
    }
}
