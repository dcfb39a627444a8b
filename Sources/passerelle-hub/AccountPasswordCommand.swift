import ArgumentParser
import HostSystem
import Hub

struct AccountPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Set another password; this ends the sessions and lifts a lock."
    )

    @OptionGroup var options: HubOptions
    @OptionGroup var passwords: AccountPasswordOptions

    @Argument(help: "The name of the account.")
    var name: String

    func run() async throws {
        let (password, drawn) = try HubTerminal.catching { try passwords.choose() }
        try await AccountCommand.run(options, drawn: drawn) {
            .password(name: name, try PasswordHash(of: password, SystemEntropy()))
        }
    }
}
