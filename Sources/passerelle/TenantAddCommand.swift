import ArgumentParser
import Tenancy

/// Makes a tenant's file.
struct TenantAddCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make a tenant's file; look for the person first.",
        discussion: "Exit code 3: the file was made, and another may be of the same person."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var fields: TenantFieldOptions

    func run(in store: LandlordStore) throws -> Answer {
        let (tenant, duplicates) = try store.addTenant(fields.typed)
        return Answer(
            tenant: TenantAnswer(tenant),
            duplicates: duplicates.map(TenantDuplicatesCommand.Pair.init)
        )
    }

    struct Answer: Report {
        let tenant: TenantAnswer
        let duplicates: [TenantDuplicatesCommand.Pair]

        var needsAttention: Bool { !duplicates.isEmpty }

        var text: String { ([tenant.text] + duplicates.map(\.text)).joined(separator: "\n") }
    }
}
