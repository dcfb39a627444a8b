import ArgumentParser
import Records
import Tenancy

/// Who is to come.
struct RegisterCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Register a tenant for an event, or change what became of the registration."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The event: at least 4 digits of its identity.")
    var event: String

    @Argument(help: "The tenant: at least 4 digits of the file's identity.")
    var tenant: String

    @Option(help: "The status: \(Codes.list(RegistrationStatus.self)).")
    var status = RegistrationStatus.registered.rawValue

    func run(in store: LandlordStore) throws -> Done {
        let status: RegistrationStatus = try Codes.read(status, as: "status")
        let id = try store.register(
            try store.resolve(tenant, in: "tenant"),
            for: try store.resolve(event, in: "event"),
            status: status
        )
        return Done(id: id.description, text: "Registration \(status.rawValue): \(id).")
    }
}
