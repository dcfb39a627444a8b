import ArgumentParser

/// What goes to the hub, and what becomes of it.
struct StatementGroupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "Send the counts of a programme to the hub, and find them in its releases.",
        subcommands: [StatementCommand.self, StatementVerifyCommand.self],
        defaultSubcommand: StatementCommand.self
    )
}
