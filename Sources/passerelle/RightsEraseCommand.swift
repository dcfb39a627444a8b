import ArgumentParser
import Custody
import Records
import Tenancy

/// An order to erase people, on every laptop.
struct RightsEraseCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Order that tenants are erased for good, on every laptop.",
        discussion: """
            For the administrator's device. All files of a person go, here at once and elsewhere with \
            the next exchange. What was printed, exported or backed up before is not reached.
            """
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Argument(help: "The tenants: at least 4 digits of each file's identity.")
    var tenants: [String]

    @Option(help: "Why: \(Codes.list(ErasureCause.self)).")
    var cause = ErasureCause.request.rawValue

    @Flag(help: "Erase; without it nothing is done.")
    var confirm = false

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> ErasureAnswer {
        let people = try tenants.map { try store.resolve($0, in: "tenant") }
        let cause: ErasureCause = try Codes.read(cause, as: "cause")
        guard confirm else {
            throw ValidationError("nothing was erased: say --confirm to erase for good")
        }
        let due = try people.compactMap { person in
            try store.rightsRequests(of: person)
                .first { $0.kind == .erasure && $0.status == .open }?.dueOn
        }.min()
        let office = ErasureOffice(store, custody)
        let order = try office.order(people, cause, due: due)
        return ErasureAnswer(
            try office.certificates().filter { $0.order.id == order.id },
            on: try store.currentDay()
        )
    }
}
