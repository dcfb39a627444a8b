import ArgumentParser
import Records
import ReplicaStore
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

        @Argument(
            help: "The line, as listed: collection/digits/field, or erp/ or kind/digits/field."
        )
        var line: String

        @Option(help: "What stays: shown, other, or a value (erp and kind lines: shown or other).")
        var keep: String

        @Option(help: "Why, in a sentence; it is kept with your name.")
        var why: String

        func run(in store: LandlordStore) throws -> Done {
            if line.hasPrefix("erp/") {
                try resolveErp(store)
            } else if let kind = line.split(separator: "/").first,
                InboxEntry.Kind(rawValue: String(kind)) != nil
            {
                guard ["shown", "other"].contains(keep) else {
                    throw TenancyError(.badValue, "such a line keeps ‘shown’ or ‘other’")
                }
                try store.resolveNotice(line, takingOther: keep == "other", why: why)
            } else {
                let line = try store.inboxLine(line)
                try store.resolve(line, try choice(for: line), why: why)
            }
            return Done(id: line, text: "Decided: \(line).")
        }

        /// A new value of a tenant's field is read as `tenant update` reads it.
        private func choice(for line: InboxLine) throws -> InboxChoice {
            if keep == "shown" { return .shown }
            if keep == "other" { return .other }
            guard line.conflict.collection == "tenant",
                let field = TenantField(rawValue: line.conflict.field)
            else { return .value(keep) }
            guard let value = try field.read(keep, today: try ImportHostDay.today()) else {
                throw TenancyError(.badValue, "--keep takes shown, other or a value, not nothing")
            }
            return .value(value)
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
