import ArgumentParser
import Records
import ReplicaStore
import Tenancy

/// Saves what can be read of a damaged store.
struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Make a new store of what can be read of a damaged one, which is only read.",
        discussion:
            "Exit code 3: something was lost. Then make a replica from a colleague's store, "
            + "and let it sync with the repaired one."
    )

    @OptionGroup var options: StoreOptions

    @Option(help: "The folder of the new store.")
    var into: String

    func run() throws {
        try Terminal.run(json: options.json) {
            var target = options
            target.store = into
            return Answer(
                into,
                try LandlordStore.repair(
                    try options.folder,
                    into: try StoreMaker.makeFolder(target),
                    .host
                )
            )
        }
    }

    struct Answer: Report {
        struct Row: Encodable {
            let collection: String
            let id: String
        }

        let store: String
        let rows: Int
        let lost: [Row]
        let unreadable: [String]
        let toRebuild: [String]
        let findings: Int
        let isComplete: Bool

        init(_ store: String, _ report: RepairReport) {
            self.store = store
            rows = report.rows
            lost = report.lost.map { Row(collection: $0.collection, id: $0.id.description) }
            unreadable = report.unreadable
            toRebuild = report.toRebuild
            findings = report.remaining.count
            isComplete = report.isComplete
        }

        var needsAttention: Bool { !isComplete }

        var text: String {
            let title = "Repaired into \(store): \(rows) rows kept, \(lost.count) lost."
            return
                ([title] + lost.map { "  lost \($0.collection)/\($0.id)" }
                + unreadable.map { "  not read to the end: \($0)" }
                + (findings > 0 ? ["  \(findings) findings are left: see verify"] : []))
                .joined(separator: "\n")
        }
    }
}
