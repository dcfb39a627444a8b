import ArgumentParser
import Records
import Tenancy

struct TransferConsentCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract:
            "Note that a person agreed that their file goes to another landlord; nothing leaves yet."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The tenant's identity, or its first digits.")
    var tenant: String

    @Option(help: "The code of the other landlord.")
    var to: String

    @Option(help: "The day of the consent, as YYYY-MM-DD.")
    var on: String

    @Option(help: "How the person agreed: \(Codes.list(Transfer.Mode.self)).")
    var mode: String

    @Option(help: "A field that may go, once for each; else all that may.")
    var field: [String] = []

    func run(in store: LandlordStore) throws -> TransferAnswer {
        guard let day = CalendarDay(isoText: on) else {
            throw ValidationError("‘\(on)’ is no day: write it as YYYY-MM-DD")
        }
        let fields: [TenantField] = try field.map { try Codes.read($0, as: "field") }
        let id = try store.noteConsent(
            of: try store.resolve(tenant, in: "tenant"),
            toTransferTo: to,
            on: day,
            try Codes.read(mode, as: "mode"),
            fields: fields.isEmpty ? Transfer.usualFields : Set(fields)
        )
        return TransferAnswer(try store.transfers().filter { $0.id == id })
    }
}
