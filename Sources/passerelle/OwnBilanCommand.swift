import ArgumentParser
import Custody
import Foundation
import HostSystem
import ReplicaStore
import Statistics
import Tenancy

/// The landlord's own bilan, which stays with the landlord.
struct OwnBilanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bilan",
        abstract: "Write the landlord's bilan of a programme, every count as it is.",
        discussion: """
            For the landlord's own use: nothing in it is hidden, small counts neither, and every \
            form of it says so. What the union shows is another document (passerelle-hub bilan).
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case html
        case csv
        case fods
        case json

        var bilan: BilanFormat {
            switch self {
            case .text: .text
            case .html: .html
            case .csv: .csv
            case .fods: .fods
            case .json: .json
            }
        }
    }

    @OptionGroup var options: StoreOptions

    @Option(help: "The code of the programme.")
    var programme: String

    @Option(help: "The day, YYYY-MM-DD, today or before; else today.")
    var at: String?

    @Option(help: "text, html, csv, fods or json.")
    var format: Format = .text

    @Option(help: "The landlord's name as the page shows it; else its code.")
    var landlordName: String?

    @Option(help: "Another programme to put beside this one, as a page (html).")
    var compare: String?

    @Option(help: "The file to make; else standard output.")
    var output: String?

    func validate() throws {
        guard compare == nil || format == .html else {
            throw ValidationError("--compare makes a page: add --format html")
        }
    }

    func run() throws {
        try Terminal.catching {
            let store = try options.open()
            defer { try? store.replica.close() }
            guard let output else {
                return try FileHandle.standardOutput.write(contentsOf: Data(bytes(store)))
            }
            try OutFile.make(output) { (try bytes(store), ()) }
        }
    }

    private func bytes(_ store: LandlordStore) throws -> [UInt8] {
        let own = try bilan(of: programme, store)
        // Somebody may be recognised in it: that it was made is noted, as of any export.
        try CustodyRecord.noteExport("bilan", rows: own.rows, in: try options.folder, .host)
        guard let compare else { return own.render(options.json ? .json : format.bilan) }
        return OwnBilan.comparison(own, try bilan(of: compare, store)).render(.html)
    }

    private func bilan(of code: String, _ store: LandlordStore) throws -> OwnBilan {
        try store.ownBilan(
            programme: code,
            landlordName: landlordName,
            on: try at.map(Codes.day)
        )
    }
}
