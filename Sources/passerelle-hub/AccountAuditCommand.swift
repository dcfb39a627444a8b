import ArgumentParser
import Foundation
import Hub

struct AccountAuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Show who saw or took what on the pages, the latest first."
    )

    @OptionGroup var options: HubOptions

    @Option(help: "How many lines.")
    var last = 50

    func run() throws {
        try HubTerminal.run(json: options.json) {
            let store = try options.read()
            defer { try? store.close() }
            let lines = try store.pageAudit(last: max(0, last)).map { line in
                Audit.Line(
                    at: Date(timeIntervalSince1970: Double(line.at) / 1_000)
                        .formatted(.iso8601),
                    account: line.account,
                    action: line.action.rawValue,
                    what: line.what
                )
            }
            return Audit(lines: lines)
        }
    }

    struct Audit: HubTerminal.Answer {
        struct Line: Encodable {
            let at: String
            let account: String
            let action: String
            let what: String
        }

        let lines: [Line]

        var text: String {
            lines.map { "\($0.at)  \($0.account)  \($0.action)  \($0.what)" }
                .joined(separator: "\n")
        }
        var needsAttention: Bool { false }
    }
}
