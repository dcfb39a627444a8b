import ArgumentParser

/// The key under which the landlords of a region make tokens of their persons.
struct PeriodKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period-key",
        abstract:
            "Make and share the key by which landlords count a person once; the hub has it not.",
        discussion: """
            For the administrator's device. Compare six words with each administrator by telephone \
            before anything is sealed to them, or taken of them.
            """,
        subcommands: [
            PeriodKeyListCommand.self, PeriodKeyCompareCommand.self, PeriodKeyMakeCommand.self,
        ]
    )
}
