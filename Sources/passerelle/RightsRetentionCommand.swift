import ArgumentParser
import Records
import Tenancy

/// Who has been kept long enough.
struct RightsRetentionCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "List who has had no activity for so many months; nothing is changed."
    )

    @OptionGroup var options: StoreOptions

    @Option(help: "The months without activity.")
    var months = LandlordStore.retentionMonths

    func run(in store: LandlordStore) throws -> Answer {
        Answer(
            people: try store.inactivePeople(months: months).map {
                .init(tenant: $0.tenant.id.description, lastOn: $0.lastDay.isoText)
            }
        )
    }

    struct Answer: Report {
        struct Line: Encodable {
            let tenant: String
            let lastOn: String
        }

        let people: [Line]

        var text: String {
            people.isEmpty
                ? "Nobody."
                : people.map { "\($0.tenant)  \($0.lastOn)" }.joined(separator: "\n")
        }
    }
}
