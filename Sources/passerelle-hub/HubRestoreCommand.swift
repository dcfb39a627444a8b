import ArgumentParser
import Foundation
import Hub
import ReplicaStore

/// A data folder from a backup.
struct HubRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make the hub's data folder from a backup, where none stands.",
        discussion: "Devices then offer again whatever came after the backup was made."
    )

    @OptionGroup var options: HubOptions

    @Option(help: "The folder that backup has made.")
    var from: String

    func run() throws {
        try HubTerminal.run(json: options.json) {
            Restored(files: try HubRestore(from: from, into: try options.folder, .host).run())
        }
    }

    struct Restored: HubTerminal.Answer {
        let files: Int

        var text: String { "\(files) files restored. Verify, then serve." }
        var needsAttention: Bool { false }
    }
}
