import ArgumentParser
import Records
import Tenancy

/// What happens, and who comes.
struct EventCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event",
        abstract: "Add, list, show and close events.",
        subcommands: [Add.self, List.self, Show.self, Close.self, Offers.self]
    )

    struct Add: StoreCommand {
        static let configuration = CommandConfiguration(abstract: "Add an event.")

        @OptionGroup var options: StoreOptions

        @Option(help: "The kind: \(Codes.list(EventKind.self)).")
        var kind: String

        @Option(help: "The name.")
        var name: String

        @Option(help: "The day, YYYY-MM-DD.")
        var day: String

        @Option(help: "The code of its programme.")
        var programme: String?

        @Option(help: "The time of its beginning, HH:MM.")
        var time: String?

        @Option(help: "The place.")
        var place: String?

        @Option(help: "The INSEE code of its commune.")
        var commune: String?

        @Option(help: "The code of its priority neighbourhood.")
        var qpv: String?

        @Option(help: "How many people may come.")
        var capacity: Int?

        @Option(help: "A stop of a rallye_emploi, in order: HOST or HOST/TEAM. Repeat for more.")
        var stop: [String] = []

        func run(in store: LandlordStore) throws -> EventAnswer {
            var draft = EventDraft(try Codes.read(kind, as: "kind"), name, on: try Codes.day(day))
            draft.programme = programme
            draft.startTime = time
            draft.place = place
            draft.communeCode = commune
            draft.qpvCode = qpv
            draft.capacity = capacity
            draft.stops = stop.map { text in
                let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
                return .init(host: parts.first ?? "", team: parts.count > 1 ? parts[1] : nil)
            }
            return try EventAnswer(store, try store.add(draft))
        }
    }

    struct List: StoreCommand {
        static let configuration = CommandConfiguration(abstract: "List the events, by day.")

        @OptionGroup var options: StoreOptions

        @Option(help: "Only those of this programme.")
        var programme: String?

        func run(in store: LandlordStore) throws -> EventListAnswer {
            EventListAnswer(
                events: try store.events(programme: programme).map(EventAnswer.Summary.init)
            )
        }
    }

    struct Show: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show an event, its stops and its list."
        )

        @OptionGroup var options: StoreOptions

        @Argument(help: "The event: at least 4 digits of its identity.")
        var event: String

        func run(in store: LandlordStore) throws -> EventAnswer {
            try EventAnswer(store, try store.resolve(event, in: "event"))
        }
    }

    struct Close: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close the list: who is registered and not marked is noted absent."
        )

        @OptionGroup var options: StoreOptions

        @Argument(help: "The event: at least 4 digits of its identity.")
        var event: String

        func run(in store: LandlordStore) throws -> Answer {
            let id = try store.resolve(event, in: "event")
            return Answer(event: id.description, notedAbsent: try store.close(id))
        }

        struct Answer: Report {
            let event: String
            let notedAbsent: Int

            var text: String { "Event closed, \(notedAbsent) noted absent." }
        }
    }

    struct Offers: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count offers that a team brought back from a stop of a Rallye."
        )

        @OptionGroup var options: StoreOptions

        @Argument(help: "The stop: at least 4 digits of its identity.")
        var stop: String

        @Argument(help: "How many more.")
        var count: Int

        func run(in store: LandlordStore) throws -> Done {
            let id = try store.resolve(stop, in: "event_stop")
            try store.addOffers(count, atStop: id)
            return Done(id: id.description, text: "\(count) offers counted.")
        }
    }
}
