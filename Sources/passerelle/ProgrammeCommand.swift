import ArgumentParser
import Statistics
import Tenancy

/// The programmes for which figures are counted.
struct ProgrammeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme",
        abstract: "Declare and list programmes.",
        subcommands: [Add.self, List.self]
    )

    struct Add: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "Declare a programme, or say anew what it is."
        )

        @OptionGroup var options: StoreOptions

        @Option(help: "Its code: letters, digits, - and _, at most 32.")
        var code: String

        @Option(help: "Its name.")
        var name: String

        @Option(help: "How many persons it is for.")
        var objective: Int?

        @Option(help: "Its first day, YYYY-MM-DD.")
        var from: String

        @Option(name: .customLong("to"), help: "Its last day, YYYY-MM-DD.")
        var end: String

        @Option(help: "Who pays for it.")
        var funder: String?

        func run(in store: LandlordStore) throws -> ProgrammeAnswer {
            let programme = try Programme(
                code: code,
                name: name,
                objective: objective,
                start: try Self.day(from),
                end: try Self.day(end)
            )
            try store.declare(programme, funder: funder)
            return ProgrammeAnswer(programmes: [.init(programme)])
        }

        private static func day(_ text: String) throws -> UTCDay {
            guard let day = UTCDay(iso: text) else {
                throw TenancyError(.badValue, "‘\(text.prefix(20))’ is no day: write YYYY-MM-DD")
            }
            return day
        }
    }

    struct List: StoreCommand {
        static let configuration = CommandConfiguration(abstract: "List the programmes.")

        @OptionGroup var options: StoreOptions

        func run(in store: LandlordStore) throws -> ProgrammeAnswer {
            ProgrammeAnswer(programmes: try store.programmes().map(ProgrammeAnswer.Item.init))
        }
    }
}

/// The programmes, one a line.
struct ProgrammeAnswer: Report {
    struct Item: Encodable {
        let code: String
        let name: String
        let objective: Int?
        let start: String
        let end: String

        init(_ programme: Programme) {
            code = programme.code
            name = programme.name
            objective = programme.objective
            start = programme.start.isoText
            end = programme.end.isoText
        }
    }

    let programmes: [Item]

    var text: String {
        guard !programmes.isEmpty else { return "No programme." }
        return programmes.map { item in
            let objective = item.objective.map { "objective \($0)" } ?? "no objective"
            return "\(item.code)  \(item.start) to \(item.end)  \(objective)  \(item.name)"
        }.joined(separator: "\n")
    }
}
