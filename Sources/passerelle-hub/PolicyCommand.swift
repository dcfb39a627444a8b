import ArgumentParser

/// What the region has decided about its publications.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Show or set the region's policy: its threshold, its calendar, who counts once.",
        subcommands: [PolicyShowCommand.self, PolicySetCommand.self]
    )
}
