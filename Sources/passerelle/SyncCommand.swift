import ArgumentParser
import Causality
import Exchange
import FolderExchange
import HostSystem
import Tenancy

/// Pull, apply, push: one synchronisation with a folder.
struct SyncCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Exchange bundles with a folder: a network share, a USB key."
    )

    @OptionGroup var options: StoreOptions

    @Option(help: "The folder of the bundles.")
    var folder: String

    func run(in store: LandlordStore) throws -> Answer {
        let mailbox = FolderMailbox(HostFolder(folder))
        return Answer(try SyncSession(store.replica, mailbox).run())
    }

    struct Answer: Report {
        struct Refusal: Encodable {
            let file: String
            let reason: String
        }

        struct Missing: Encodable {
            let sender: String
            let bundles: [UInt64]
        }

        let applied: UInt64
        let held: UInt64
        let sent: UInt64
        let refused: [Refusal]
        let missing: [Missing]

        init(_ report: SyncReport) {
            applied = report.applied
            held = report.held
            sent = report.sent
            refused = report.refusals.map { Refusal(file: $0.token, reason: $0.reason) }
            missing = report.missing.map {
                Missing(sender: $0.sender.description, bundles: $0.sequences)
            }
        }

        var needsAttention: Bool { !refused.isEmpty || held > 0 }

        var text: String {
            var lines = ["\(applied) changes applied, \(sent) sent, \(held) held."]
            for gap in missing {
                let numbers = gap.bundles.map(String.init).joined(separator: ", ")
                lines.append("Waiting for bundle \(numbers) of replica \(gap.sender.prefix(8)).")
            }
            lines += refused.map { "Refused: \($0.file): \($0.reason)" }
            return lines.joined(separator: "\n")
        }
    }
}
