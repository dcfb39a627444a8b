import ArgumentParser
import Hub

struct AccountRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take somebody's access away, at once."
    )

    @OptionGroup var options: HubOptions

    @Argument(help: "The name of the account.")
    var name: String

    func run() async throws {
        try await AccountCommand.run(options) { .remove(name: name) }
    }
}
