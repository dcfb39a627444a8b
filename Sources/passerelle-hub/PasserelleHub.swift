import ArgumentParser

/// The hub's command line: merge what came up, say who is silent, write the bilan.
@main
struct PasserelleHub: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passerelle-hub",
        abstract: "The regional hub: merge the landlords' statements and write the bilan.",
        discussion: """
            Name the hub's data folder with --data DIR or PASSERELLE_HUB. Errors go to standard \
            error; exit codes are listed in Docs/cli.md.
            """,
        version: "0.1.0",
        subcommands: [
            DeclareCommand.self, MergeCommand.self, HubStatusCommand.self, BilanCommand.self,
        ]
    )
}
