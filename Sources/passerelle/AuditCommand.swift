import ArgumentParser
import Custody
import Sealing
import Tenancy

/// What was done with keys, devices and exports on this device.
struct AuditCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "List what was done with keys, devices and exports here; names are never noted.",
        discussion: "Exit code 3: the chain of lines is broken, so a line was changed or removed."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
        let (lines, isWhole) = try custody.auditLines()
        return Answer(isWhole: isWhole, lines: lines.map(Answer.Line.init))
    }

    struct Answer: Report {
        struct Line: Encodable {
            let number: UInt64
            let at: String
            let deed: String
            let subject: String
            let hash: String

            init(_ line: AuditLine) {
                number = line.number
                at = FrenchTime.text(line.notedAt)
                deed = line.deed
                subject = line.subject
                hash = line.hash.description
            }

            var text: String { "  \(number)  \(at)  \(deed)  \(subject)  \(hash.prefix(16))" }
        }

        let isWhole: Bool
        let lines: [Line]

        var needsAttention: Bool { !isWhole }

        var text: String {
            let title = "\(lines.count) lines; the chain is \(isWhole ? "whole" : "broken")."
            return ([title] + lines.map(\.text)).joined(separator: "\n")
        }
    }
}
