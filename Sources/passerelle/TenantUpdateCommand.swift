import ArgumentParser
import Tenancy

/// Corrects a tenant's file.
struct TenantUpdateCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Correct a tenant's file; an empty value clears a field."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var fields: TenantFieldOptions

    @Argument(help: "The tenant's identity, or its first digits.")
    var tenant: String

    func validate() throws {
        guard !fields.typed.isEmpty else {
            throw ValidationError("nothing to change: give a field, such as --phone")
        }
    }

    func run(in store: LandlordStore) throws -> TenantAnswer {
        let id = try store.resolve(tenant, in: "tenant")
        return TenantAnswer(try store.updateTenant(id, fields.typed))
    }
}
