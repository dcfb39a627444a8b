import ArgumentParser
import Hub

struct AccountListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show who may read the pages."
    )

    @OptionGroup var options: HubOptions

    func run() async throws {
        try await AccountCommand.run(options) { .list }
    }
}
