import ArgumentParser
import Records
import Tenancy

/// What is left for a person to decide.
struct InboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "List and resolve what is left to decide.",
        subcommands: [List.self, Resolve.self],
        defaultSubcommand: List.self
    )

    struct List: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what laptops, and the ERP, say differently, and presumed duplicates."
        )

        @OptionGroup var options: StoreOptions

        func run(in store: LandlordStore) throws -> InboxAnswer { try InboxAnswer(store) }
    }

    struct Resolve: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "Decide a line of the inbox: the decision reaches every laptop."
        )

        @OptionGroup var options: StoreOptions

        @Argument(help: "The line, as listed: collection/digits/field, or erp/digits/field.")
        var line: String

        @Option(help: "What stays: shown, other, or a value (erp lines: shown or other).")
        var keep: String

        @Option(help: "Why, in a sentence; it is kept with your name.")
        var why: String

        func run(in store: LandlordStore) throws -> Done {
            if line.hasPrefix("erp/") {
                try resolveErp(store)
            } else {
                let choice: InboxChoice =
                    switch keep {
                    case "shown": .shown
                    case "other": .other
                    default: .value(keep)
                    }
                try store.resolve(try store.inboxLine(line), choice, why: why)
            }
            return Done(id: line, text: "Decided: \(line).")
        }

        /// « shown » is the agent's value, « other » the ERP's.
        private func resolveErp(_ store: LandlordStore) throws {
            let parts = line.split(separator: "/").map(String.init)
            guard parts.count == 3, let field = TenantField(rawValue: parts[2]),
                ["shown", "other"].contains(keep)
            else {
                throw TenancyError(
                    .badValue,
                    "an ERP line is named erp/digits/field and keeps ‘shown’ or ‘other’"
                )
            }
            let tenant = try store.resolve(parts[1], in: "tenant")
            try store.resolveErpConflict(tenant, field, takeErp: keep == "other")
        }
    }
}
