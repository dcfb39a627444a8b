import ArgumentParser
import HostSystem
import HubStorage
import HubWire
import Sealing

/// Lets a landlord in: its signed membership log says whose devices are heard.
struct AdmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admit",
        abstract: "Open a mailbox for the landlord of a membership log (a .members file)."
    )

    @OptionGroup var options: HubOptions

    @Argument(help: "The landlord's .members file, as its administrator gave it.")
    var log: String

    func run() throws {
        try HubTerminal.run(json: options.json) {
            let slash = log.lastIndex(of: "/")
            let disk = HostFolder(slash.map { String(log[..<$0]) } ?? ".")
            let name = slash.map { String(log[$0...].dropFirst()) } ?? log
            let size = try disk.size(of: name)
            let bytes = try disk.read(name, from: 0, count: min(size, HubFolder.largestLog))
            let folder = try HubFolder(at: try options.folder, SystemEntropy(), HostVolume())
            let isNew = try folder.admit(bytes)
            let key = try folder.key().verifyingKey.bytes.hexadecimal
            try folder.close()
            return Admitted(isNew: isNew, hubKey: key)
        }
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
