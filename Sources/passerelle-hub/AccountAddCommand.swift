import ArgumentParser
import HostSystem
import Hub

struct AccountAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Let somebody read the pages."
    )

    @OptionGroup var options: HubOptions
    @OptionGroup var passwords: AccountPasswordOptions

    @Option(help: "viewer reads and exports; publisher freezes bilans too.")
    var role: AccountRole = .viewer

    @Argument(help: "The name to log in with, such as a.martin.")
    var name: String

    func run() async throws {
        let (password, drawn) = try HubTerminal.catching { try passwords.choose() }
        try await AccountCommand.run(options, drawn: drawn) {
            .add(
                try Account(name: name, role: role),
                try PasswordHash(of: password, SystemEntropy())
            )
        }
    }
}
