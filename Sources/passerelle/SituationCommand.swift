import ArgumentParser
import Records
import Tenancy

/// What somebody says of their situation.
struct SituationCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "situation",
        abstract: "Note a tenant's situation on a day, and which institutions know them."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The tenant: at least 4 digits of the file's identity.")
    var tenant: String

    @Option(help: "Whether an institution knows them: \(Codes.list(KnownAnswer.self)).")
    var known: String

    @Option(help: "An institution that does: \(Codes.list(Institution.self)). Repeat for more.")
    var institution: [String] = []

    @Option(help: "The situation towards work, in a word.")
    var work: String?

    @Option(help: "The day, YYYY-MM-DD; else today.")
    var day: String?

    func run(in store: LandlordStore) throws -> Done {
        let institutions = try institution.map { code -> Institution in
            try Codes.read(code, as: "institution")
        }
        let id = try store.noteSituation(
            of: try store.resolve(tenant, in: "tenant"),
            on: try Codes.day(day, store),
            try KnownTo(try Codes.read(known, as: "known"), Set(institutions)),
            work: work
        )
        return Done(id: id.description, text: "Situation noted: \(known).")
    }
}
