import ArgumentParser
import Records
import Tenancy

/// How the follow-up ended.
struct OutcomeCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome",
        abstract: "Note how a tenant left the follow-up."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The tenant: at least 4 digits of the file's identity.")
    var tenant: String

    @Option(help: "The kind: \(Codes.list(OutcomeKind.self)).")
    var kind: String

    @Option(help: "The code of the programme.")
    var programme: String?

    @Option(help: "The contract, in a word.")
    var contract: String?

    @Option(help: "Who checked it.")
    var verifiedBy: String?

    @Option(help: "The day, YYYY-MM-DD; else today.")
    var day: String?

    func run(in store: LandlordStore) throws -> Done {
        var draft = OutcomeDraft(
            try store.resolve(tenant, in: "tenant"),
            try Codes.read(kind, as: "kind"),
            on: try Codes.day(day, store)
        )
        draft.programme = programme
        draft.contract = contract
        draft.verifiedBy = verifiedBy
        let id = try store.note(draft)
        return Done(id: id.description, text: "Outcome noted: \(kind).")
    }
}
