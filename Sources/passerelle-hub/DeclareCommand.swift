import ArgumentParser
import Hub
import Statistics

/// Says what the hub expects: a programme and its landlords.
struct DeclareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare",
        abstract: "Declare a programme and the landlords that take part in it."
    )

    @OptionGroup var options: HubOptions

    @Option(help: "The code of the programme, such as 400L.")
    var programme: String

    @Option(help: "Its name.")
    var name: String

    @Option(help: "Its objective, in persons.")
    var objective: Int

    @Option(help: "Its first day, as YYYY-MM-DD.")
    var start: String

    @Option(help: "Its last day, as YYYY-MM-DD.")
    var end: String

    @Option(help: "A landlord, as CODE=NAME; once for each.")
    var landlord: [String]

    func run() throws {
        try HubTerminal.run(json: options.json) {
            guard let first = UTCDay(iso: start), let last = UTCDay(iso: end) else {
                throw ValidationError("write the days as YYYY-MM-DD")
            }
            let landlords = try landlord.map { text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else {
                    throw ValidationError("‘\(text)’ is no landlord: write CODE=NAME")
                }
                return try Landlord(code: parts[0], name: parts[1])
            }
            let declared = try Programme(
                code: programme,
                name: name,
                objective: objective,
                start: first,
                end: last
            )
            let store = try options.openOrCreate()
            try store.declare(programme: declared, landlords: landlords)
            try store.close()
            return Declared(programme: programme, landlords: landlords.count)
        }
    }

    struct Declared: HubTerminal.Answer {
        let programme: String
        let landlords: Int

        var text: String { "Programme \(programme) declared with \(landlords) landlords." }
        var needsAttention: Bool { false }
    }
}
