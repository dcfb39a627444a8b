import ArgumentParser
import Exchange
import HostSystem
import Hub
import Statistics

/// The nightly reconciliation: takes in what lies in the inbox; a rerun changes nothing.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Take in the statements of a folder, keep the latest of each landlord."
    )

    @OptionGroup var options: HubOptions

    @Option(help: "The folder in which the landlords leave their statements.")
    var inbox: String

    func run() throws {
        try HubTerminal.run(json: options.json) {
            let store = try options.open()
            let (deliveries, refusals) = try StatementInbox(HostFolder(inbox)).deliveries()
            let report = try store.merge(deliveries, day: try options.dayNumber)
            try store.close()
            return Merged(report, refusals)
        }
    }

    struct Merged: HubTerminal.Answer {
        struct Refusal: Encodable {
            let file: String
            let reason: String
        }

        struct Silent: Encodable {
            let programme: String
            let landlord: String
            let ageDays: Int?
        }

        let received: Int
        let accepted: Int
        let refused: [Refusal]
        let silent: [Silent]

        init(_ report: MergeReport, _ refusals: [MailboxListing.Refusal]) {
            received = report.arrivals.count + refusals.count
            accepted = report.accepted
            refused =
                refusals.map { Refusal(file: $0.token, reason: $0.reason) }
                + report.refusals.map { Refusal(file: $0.origin, reason: "\($0.reason)") }
            silent = report.silent.map {
                Silent(programme: $0.programme, landlord: $0.landlord.code, ageDays: $0.ageDays)
            }
        }

        var needsAttention: Bool { !refused.isEmpty || !silent.isEmpty }

        var text: String {
            var lines = ["\(received) received, \(accepted) accepted, \(refused.count) refused."]
            lines += refused.map { "Refused: \($0.file): \($0.reason)" }
            lines += silent.map { silent in
                let age = silent.ageDays.map { "last statement \($0) days old" } ?? "never received"
                return "Silent: \(silent.landlord) in \(silent.programme): \(age)"
            }
            return lines.joined(separator: "\n")
        }
    }
}
