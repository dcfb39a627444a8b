import ArgumentParser
import Hub

/// Whether all that the hub holds is sound.
struct HubVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Examine every store, bundle, statement and report that the hub holds."
    )

    @OptionGroup var options: HubOptions

    func run() async throws {
        try await HubTerminal.run(options) {
            .verify
        } answering: { outcome in
            guard case .verified(let findings) = outcome else { return nil }
            return Verified(findings: findings)
        }
    }

    struct Verified: HubTerminal.Answer {
        let findings: [String]

        var text: String {
            findings.isEmpty ? "All is sound." : findings.joined(separator: "\n")
        }
        var needsAttention: Bool { !findings.isEmpty }
    }
}
