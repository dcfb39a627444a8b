import ArgumentParser
import Hub
import Statistics

/// Says what the hub expects: a programme and its landlords.
struct DeclareCommand: AsyncParsableCommand {
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

    func run() async throws {
        try await HubTerminal.run(options) {
            .declare(try declaration())
        } answering: { outcome in
            guard case .declared(let programme, let landlords) = outcome else { return nil }
            return Declared(programme: programme, landlords: landlords)
        }
    }

    private func declaration() throws -> HubDeclaration {
        guard UTCDay(iso: start) != nil, UTCDay(iso: end) != nil else {
            throw ValidationError("write the days as YYYY-MM-DD")
        }
        return HubDeclaration(
            code: programme,
            name: name,
            objective: objective,
            start: start,
            end: end,
            landlords: try landlord.map(Self.expected)
        )
    }

    private static func expected(_ text: String) throws -> HubDeclaration.Expected {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw ValidationError("‘\(text)’ is no landlord: write CODE=NAME")
        }
        return HubDeclaration.Expected(code: parts[0], name: parts[1])
    }

    struct Declared: HubTerminal.Answer {
        let programme: String
        let landlords: Int

        var text: String { "Programme \(programme) declared with \(landlords) landlords." }
        var needsAttention: Bool { false }
    }
}
