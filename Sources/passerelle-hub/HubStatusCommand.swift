import ArgumentParser
import Hub
import Statistics

/// Who is up to date, and how old the others are.
struct HubStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show which landlords are up to date and how old the others' statements are."
    )

    @OptionGroup var options: HubOptions

    func run() throws {
        try HubTerminal.run(json: options.json) {
            let store = try options.read()
            let day = try options.dayNumber
            let programmes = try store.programmes().map { programme in
                let bilan = try store.bilan(programme: programme.code, asOf: day)
                return Status.OfProgramme(
                    programme: programme.code,
                    freshness: bilan.freshnessText,
                    landlords: bilan.lines.map {
                        Status.OfLandlord(landlord: $0.landlord.code, ageDays: $0.ageDays)
                    }
                )
            }
            try store.close()
            return Status(programmes: programmes)
        }
    }

    struct Status: HubTerminal.Answer {
        struct OfLandlord: Encodable {
            let landlord: String
            let ageDays: Int?
        }

        struct OfProgramme: Encodable {
            let programme: String
            let freshness: String
            let landlords: [OfLandlord]
        }

        let programmes: [OfProgramme]

        var needsAttention: Bool { false }

        var text: String {
            programmes.map { programme in
                let lines = programme.landlords.map { landlord in
                    "  \(landlord.landlord)  "
                        + (landlord.ageDays.map { $0 == 0 ? "today" : "\($0) days old" }
                            ?? "never received")
                }
                return ([programme.programme + ": " + programme.freshness] + lines)
                    .joined(separator: "\n")
            }
            .joined(separator: "\n")
        }
    }
}
