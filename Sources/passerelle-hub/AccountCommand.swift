import ArgumentParser
import Hub

/// Who of the union's staff may read the pages.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Say who of the union's staff may read the hub's pages.",
        subcommands: [
            AccountAddCommand.self, AccountRoleCommand.self, AccountPasswordCommand.self,
            AccountRemoveCommand.self, AccountListCommand.self, AccountAuditCommand.self,
        ]
    )

    /// The accounts as they are after a command.
    struct Accounts: HubTerminal.Answer {
        let accounts: [Account]
        /// A password that was drawn, shown this once.
        let password: String?

        var text: String {
            let lines =
                accounts.isEmpty
                ? ["No account."] : accounts.map { "\($0.name)  \($0.role.rawValue)" }
            return (lines + (password.map { ["Password, shown this once: \($0)"] } ?? []))
                .joined(separator: "\n")
        }
        var needsAttention: Bool { false }
    }

    /// Has a change carried out, and prints the accounts.
    static func run(
        _ options: HubOptions,
        drawn: String? = nil,
        _ change: () throws -> AccountChange
    ) async throws {
        try await HubTerminal.run(options) {
            .account(try change())
        } answering: { outcome in
            guard case .accounts(let accounts) = outcome else { return nil }
            return Accounts(accounts: accounts, password: drawn)
        }
    }
}

extension AccountRole: ExpressibleByArgument {}
