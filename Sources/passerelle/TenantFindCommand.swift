import ArgumentParser
import Tenancy

/// Looks for tenants.
struct TenantFindCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract:
            "Find tenants by the start of a name, telephone number or reference, or by birth.",
        discussion: "Accents and case do not matter; both orders of the names are tried."
    )

    @OptionGroup var options: StoreOptions

    @Option(help: "The most tenants to list.")
    var limit = 20

    @Argument(help: "What to look for; a birth date as dd/mm/yyyy.")
    var query: [String]

    func validate() throws {
        guard (1...10_000).contains(limit) else {
            throw ValidationError("--limit takes 1 to 10000, not \(limit)")
        }
    }

    func run(in store: LandlordStore) throws -> Answer {
        let found = try store.findTenants(
            query.joined(separator: " "),
            today: try ImportHostDay.today(),
            limit: limit
        )
        return Answer(tenants: found.map(TenantAnswer.init))
    }

    struct Answer: Report {
        let tenants: [TenantAnswer]

        var text: String {
            tenants.isEmpty ? "Nobody." : tenants.map(\.line).joined(separator: "\n")
        }
    }
}
