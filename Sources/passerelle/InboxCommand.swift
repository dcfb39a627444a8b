import ArgumentParser
import Tenancy

/// What is left for a person to decide.
struct InboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "List and resolve what is left to decide.",
        subcommands: [],
        defaultSubcommand: nil
    )
}
