import ArgumentParser
import Foundation
import Hub

/// A copy of all that the hub holds, made while it serves.
struct HubBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy all that the hub holds into a new folder, while it serves."
    )

    @OptionGroup var options: HubOptions

    @Option(help: "The folder to make: it holds the hub's key, keep it as safe as the hub.")
    var to: String

    func run() async throws {
        try await HubTerminal.run(options) {
            .backup(path: URL(fileURLWithPath: to).path)
        } answering: { outcome in
            guard case .backedUp(let files, let bytes) = outcome else { return nil }
            return Copied(files: files, bytes: bytes)
        }
    }

    struct Copied: HubTerminal.Answer {
        let files: Int
        let bytes: Int

        var text: String { "\(files) files, \(bytes) bytes." }
        var needsAttention: Bool { false }
    }
}
