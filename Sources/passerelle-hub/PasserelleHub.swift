import ArgumentParser

/// The hub's command line: relay bundles, merge what came up, say who is silent, write the bilan.
@main
struct PasserelleHub: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passerelle-hub",
        abstract: "The regional hub: relay sealed bundles, merge the statements, write the bilan.",
        discussion: """
            Name the hub's data folder with --data DIR or PASSERELLE_HUB. Errors go to standard \
            error; exit codes are listed in Docs/cli.md.
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, AdmitCommand.self, DeclareCommand.self, ReconcileCommand.self,
            ReportCommand.self, HubStatusCommand.self, BilanCommand.self, ReleaseCommand.self,
            HubBackupCommand.self,
            HubRestoreCommand.self, HubVerifyCommand.self, RenewKeyCommand.self,
            AccountCommand.self, PolicyCommand.self,
        ]
    )
}
