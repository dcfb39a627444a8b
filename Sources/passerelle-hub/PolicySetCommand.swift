import ArgumentParser
import Foundation
import Hub

struct PolicySetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Sign a policy, keep it after those before it, and leave it for every landlord.",
        discussion: """
            The file holds what ‘policy show --plain’ prints. It counts from the next night on; what \
            was published under the policy before it stands until it moves.
            """
    )

    @OptionGroup var options: HubOptions

    @Argument(help: "The file.")
    var file: String

    func run() async throws {
        guard let typed = FileManager.default.contents(atPath: file) else {
            throw ValidationError("‘\(file)’ cannot be read: name a file")
        }
        try await HubTerminal.run(options) {
            .setPolicy(typed)
        } answering: { outcome in
            guard case .policySet(let number, let isNew) = outcome else { return nil }
            return Done(number: number, isNew: isNew)
        }
    }

    struct Done: HubTerminal.Answer {
        let number: Int
        let isNew: Bool

        var text: String {
            isNew
                ? "Policy \(number) is signed; landlords have it with their next synchronisation."
                : "Policy \(number) says this already."
        }
        var needsAttention: Bool { false }
    }
}
