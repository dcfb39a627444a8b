import ArgumentParser

/// What people ask about their data, and what becomes of it.
struct RightsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rights",
        abstract: "Requests about people's data: access, rectification, opposition, erasure.",
        subcommands: [
            RightsListCommand.self, RightsNoteCommand.self, RightsCloseCommand.self,
            RightsAccessCommand.self, RightsEraseCommand.self, RightsCertificateCommand.self,
            RightsRetentionCommand.self,
        ]
    )
}
