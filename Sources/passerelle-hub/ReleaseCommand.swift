import ArgumentParser
import Hub
import Statistics

/// The last release of a programme, for a landlord that checks it.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Write the last release of a programme to a file that landlords check.",
        discussion: """
            The file holds the tables as they are published, the policy, and the signed manifests: \
            `passerelle statement verify --release FILE` looks for a landlord's statement in it.
            """
    )

    @OptionGroup var options: HubOptions

    @Option(help: "The code of the programme.")
    var programme: String

    @Option(help: "The number of the first manifest in the file; else the last ones.")
    var from: Int?

    @Option(help: "The file to write.")
    var output: String?

    func run() throws {
        try HubTerminal.run(json: options.json) {
            let store = try options.read()
            defer { try? store.close() }
            guard let file = try store.releaseFile(programme, from: from),
                let last = file.manifests.last?.manifest
            else { throw HubFailure.noRelease(programme: programme) }
            if let output { try OutputFile(output).write(file.canonicalBytes) }
            return Release(
                programme: programme,
                number: last.number,
                cutoff: last.cutoff.isoText,
                landlords: last.sources.map(\.landlord),
                tables: last.tables.count,
                sha256: last.digest.text
            )
        }
    }

    struct Release: HubTerminal.Answer {
        let programme: String
        let number: Int
        let cutoff: String
        let landlords: [String]
        let tables: Int
        /// Of the manifest.
        let sha256: String

        var text: String {
            "Release \(number) of \(programme), cut off on \(cutoff): \(landlords.count) landlords, "
                + "\(tables) tables, manifest \(sha256)."
        }
        var needsAttention: Bool { false }
    }
}
