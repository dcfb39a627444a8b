import ArgumentParser
import Tenancy

/// Lists the files whose commune or QPV no list of the region knows.
struct TenantVerifyCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "List the files whose commune or QPV code is unknown in the region.",
        discussion: "Such a code is kept and stops nothing. Exit code 3: there are some."
    )

    @OptionGroup var options: StoreOptions

    func run(in store: LandlordStore) throws -> Answer {
        Answer(tenants: try store.tenantsToVerify().map(Line.init))
    }

    struct Line: Encodable {
        let tenant: TenantAnswer
        let fields: [String]

        init(_ found: TenantToVerify) {
            tenant = TenantAnswer(found.tenant)
            fields = found.fields.map(\.rawValue)
        }
    }

    struct Answer: Report {
        let tenants: [Line]

        var needsAttention: Bool { !tenants.isEmpty }

        var text: String {
            let lines = tenants.map { "\($0.tenant.line)  \($0.fields.joined(separator: ", "))" }
            return (["\(tenants.count) files to verify."] + lines).joined(separator: "\n")
        }
    }
}
