import ArgumentParser
import Custody
import Tenancy

/// Takes the landlord's own files out of the store, for spreadsheets.
struct ExportCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Write a CSV file of the landlord's people: one line each, or one a person and event.",
        discussion: """
            The file names people and stays with the landlord. Neither the NIR nor anything sensitive \
            is in it. The audit of this device notes the purpose and the number of lines.
            """
    )

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case persons
        case participations

        var kind: ExportKind { self == .persons ? .persons : .participations }
    }

    @OptionGroup var options: StoreOptions

    @Argument(help: "persons or participations.")
    var kind: Kind

    @Option(
        help: "What it is for: \(ExportPurpose.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var purpose: String

    @Option(help: "Only the events of the programme of this code.")
    var programme: String?

    @Option(help: "The first day of the events, YYYY-MM-DD.")
    var from: String?

    @Option(help: "The last day of the events, YYYY-MM-DD.")
    var to: String?

    @Option(help: "The file to make.")
    var out: String

    func run(in store: LandlordStore) throws -> Answer {
        guard let purpose = ExportPurpose(rawValue: purpose) else {
            throw TenancyError(.badValue, "‘\(purpose)’ is no purpose: see --help")
        }
        let scope = ExportScope(
            programme: programme,
            from: try from.map(Codes.day),
            to: try to.map(Codes.day)
        )
        return try OutFile.make(out) {
            var bytes: [UInt8] = []
            let lines = try store.export(kind.kind, scope) { bytes += $0 }
            let form = "\(kind.kind.rawValue)/\(purpose.rawValue)"
            try CustodyRecord.noteExport(form, rows: lines, in: try options.folder, .host)
            return (bytes, Answer(kind: kind.rawValue, lines: lines, file: out))
        }
    }

    struct Answer: Report {
        let kind: String
        let lines: Int
        let file: String

        var text: String { "\(lines) lines of \(kind) in \(file)." }
    }
}
