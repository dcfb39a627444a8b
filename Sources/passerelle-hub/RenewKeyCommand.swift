import ArgumentParser
import Hub

/// A new key of the hub's own.
struct RenewKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew-key",
        abstract: "Draw a new key of the hub, for landlords to name in their logs.",
        discussion: """
            The old key goes on answering devices that know no other: each landlord's administrator \
            names the new one with `passerelle landlord hub` and synchronises, then its colleagues \
            hear of it by themselves. A copy of the hub made before holds the old key only.
            """
    )

    @OptionGroup var options: HubOptions

    @Flag(help: "Forget the old key, which somebody else may have: devices need the log by folder.")
    var forgetOld = false

    func run() async throws {
        try await HubTerminal.run(options) {
            .renewKey(forgettingOld: forgetOld)
        } answering: { outcome in
            guard case .renewed(let key) = outcome else { return nil }
            return Renewed(hubKey: key)
        }
    }

    struct Renewed: HubTerminal.Answer {
        let hubKey: String

        var text: String { "The hub's new key: \(hubKey)" }
        var needsAttention: Bool { false }
    }
}
