import ArgumentParser
import Records
import Tenancy

/// Worksites that owe hours to people on their way back to work, and who could do them.
struct WorksiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worksite",
        abstract: "Add and list worksites (« chantiers »), their hours, offers and volunteers.",
        subcommands: [
            Add.self, List.self, Hours.self, Offer.self, Volunteer.self, Withdraw.self, Match.self,
        ]
    )

    struct Add: StoreCommand {
        static let configuration = CommandConfiguration(abstract: "Add a worksite.")

        @OptionGroup var options: StoreOptions

        @Option(help: "The name.")
        var name: String

        @Option(help: "What it is part of: \(Codes.list(WorksiteFramework.self)).")
        var framework: String

        @Option(help: "The code of the programme in whose figures its hours count.")
        var programme: String

        @Option(help: "The day it starts, YYYY-MM-DD.")
        var start: String

        @Option(help: "All the hours of work that are planned.")
        var hours: Int

        @Option(help: "The part of them that the clause asks for, in thousandths: 50 for 5 %.")
        var clausePermille: Int

        @Option(help: "Who has it built.")
        var owner: String?

        @Option(help: "The INSEE code of its commune.")
        var commune: String?

        @Option(help: "The ROME code of a trade that it needs. Repeat for more.")
        var rome: [String] = []

        @Option(help: "How many hours one volunteer is expected to do.")
        var forecast: Int?

        func run(in store: LandlordStore) throws -> Done {
            var draft = WorksiteDraft(
                name,
                try Codes.read(framework, as: "framework"),
                programme: programme,
                start: try Codes.day(start),
                totalHours: hours,
                clausePermille: clausePermille
            )
            draft.owner = owner
            draft.communeCode = commune
            draft.romeCodes = rome
            draft.forecastHours = forecast
            let id = try store.add(draft)
            return Done(id: id.description, text: "Worksite \(id).")
        }
    }

    struct List: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the worksites: hours owed and done, volunteers, who was proposed.",
            discussion: "Exit code 3: the volunteers of one are too few for its hours."
        )

        @OptionGroup var options: StoreOptions

        @Option(help: "Only those of this programme.")
        var programme: String?

        func run(in store: LandlordStore) throws -> WorksiteListAnswer {
            WorksiteListAnswer(
                worksites: try store.worksiteStates(programme: programme)
                    .map(WorksiteAnswer.init)
            )
        }
    }

    struct Hours: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count hours that were done under the clause."
        )

        @OptionGroup var options: StoreOptions

        @Argument(help: "The worksite: at least 4 digits of its identity.")
        var worksite: String

        @Argument(help: "How many more.")
        var count: Int

        func run(in store: LandlordStore) throws -> Done {
            let id = try store.resolve(worksite, in: "worksite")
            try store.addHours(count, toWorksite: id)
            return Done(id: id.description, text: "\(count) hours counted.")
        }
    }

    struct Offer: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add an offer (« opportunité ») of a worksite."
        )

        @OptionGroup var options: StoreOptions

        @Argument(help: "The worksite: at least 4 digits of its identity.")
        var worksite: String

        @Option(help: "The title.")
        var title: String

        @Option(help: "The kind: \(Codes.list(OpportunityKind.self)).")
        var kind = OpportunityKind.clause.rawValue

        @Option(help: "Its ROME code.")
        var rome: String?

        @Option(help: "The employer.")
        var employer: String?

        @Option(help: "The contract.")
        var contract: String?

        @Option(help: "How many people are sought.")
        var positions: Int?

        @Option(help: "The INSEE code of its commune, where it is not the worksite's.")
        var commune: String?

        func run(in store: LandlordStore) throws -> Done {
            var draft = OpportunityDraft(title)
            draft.worksite = try store.resolve(worksite, in: "worksite")
            draft.kind = try Codes.read(kind, as: "kind")
            draft.romeCode = rome
            draft.employer = employer
            draft.contract = contract
            draft.positions = positions
            draft.communeCode = commune
            let id = try store.add(draft)
            return Done(id: id.description, text: "Offer \(id).")
        }
    }
}
