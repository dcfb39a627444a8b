import ArgumentParser
import Hub
import HubWire
import Sealing

/// The signed report of a night, as it was written.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Show the signed report of a UTC day's reconciliation."
    )

    @OptionGroup var options: HubOptions

    @Option(help: "Write the report's bytes and, beside them, its signature (.sig), to this file.")
    var output: String?

    func run() throws {
        try HubTerminal.run(json: options.json) {
            let store = try options.read()
            defer { try? store.close() }
            let day = try options.dayNumber
            guard let night = try store.night(of: day) else { throw HubFailure.noNight(day: day) }
            let report = try HubOffice.read(night.report)
            guard let bytes = ContentHash(hex: report.hub)?.bytes,
                let key = try? VerifyingKey(bytes: bytes), HubOffice.isSigned(night, by: key)
            else { throw HubFailure.unreadableRow(table: "night", key: report.day) }
            if let output { try write(night, to: output) }
            return NightAnswer(report)
        }
    }

    private func write(_ night: HubStore.SignedReport, to path: String) throws {
        let file = OutputFile(path)
        try file.write(night.report)
        try file.write(Array((night.signature.hexadecimal + "\n").utf8), suffix: ".sig")
    }
}
