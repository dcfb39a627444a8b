import ArgumentParser
import Foundation
import HostSystem
import Hub
import HubStorage
import Seams

/// Lets a landlord in: its signed membership log says whose devices are heard.
struct AdmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admit",
        abstract: "Open a mailbox for the landlord of a membership log (a .members file)."
    )

    @OptionGroup var options: HubOptions

    @Option(help: "The landlord's short code in the programmes: its statements count under it.")
    var code: String?

    @Argument(help: "The landlord's .members file, as its administrator gave it.")
    var log: String

    func run() async throws {
        try await HubTerminal.run(options) {
            .admit(log: Data(try bytes()), code: code)
        } answering: { outcome in
            guard case .admitted(let isNew, let key) = outcome else { return nil }
            return Admitted(isNew: isNew, hubKey: key)
        }
    }

    private func bytes() throws -> [UInt8] {
        let slash = log.lastIndex(of: "/")
        let disk = HostFolder(slash.map { String(log[..<$0]) } ?? ".")
        let name = slash.map { String(log[$0...].dropFirst()) } ?? log
        let size = try disk.size(of: name)
        guard size <= HubFolder.largestLog else {
            throw DiskFailure.tooLarge(name: name, bytes: size, limit: HubFolder.largestLog)
        }
        return try disk.read(name, from: 0, count: size)
    }

    struct Admitted: HubTerminal.Answer {
        let isNew: Bool
        /// What the landlord's devices are given for `--hub-key`.
        let hubKey: String

        var text: String {
            (isNew ? "Admitted." : "Admitted before.") + " The hub's key: \(hubKey)"
        }

        var needsAttention: Bool { false }
    }
}
