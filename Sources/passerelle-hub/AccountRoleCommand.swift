import ArgumentParser
import Hub

struct AccountRoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role",
        abstract: "Change what somebody may do."
    )

    @OptionGroup var options: HubOptions

    @Argument(help: "The name of the account.")
    var name: String

    @Argument(help: "viewer or publisher.")
    var role: AccountRole

    func run() async throws {
        try await AccountCommand.run(options) { .role(name: name, role) }
    }
}
