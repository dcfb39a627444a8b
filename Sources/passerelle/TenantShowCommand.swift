import ArgumentParser
import Tenancy

/// Shows a tenant's file.
struct TenantShowCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a tenant's file; a merged one leads to the file that was kept."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The tenant's identity, or its first digits.")
    var tenant: String

    func run(in store: LandlordStore) throws -> TenantAnswer {
        TenantAnswer(try store.tenant(try store.resolve(tenant, in: "tenant")))
    }
}
