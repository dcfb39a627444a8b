import ArgumentParser
import Foundation
import HostSystem
import Hub
import Seams
import Statistics

/// The bilan of a programme, for a person, a spreadsheet, a program, or the printer.
struct BilanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bilan",
        abstract: "Write the bilan of a programme."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case csv
        case html
    }

    @OptionGroup var options: HubOptions

    @Option(help: "The code of the programme.")
    var programme: String

    @Option(help: "text, json, csv or html.")
    var format: Format = .text

    @Option(help: "The file to write; else standard output.")
    var output: String?

    func run() throws {
        try HubTerminal.catching {
            let store = try options.read()
            let bilan = try store.bilan(programme: programme, asOf: try options.dayNumber)
            try store.close()
            let bytes = Self.render(bilan, options.json ? .json : format)
            guard let output else {
                FileHandle.standardOutput.write(Data(bytes))
                return
            }
            let url = URL(fileURLWithPath: output)
            let folder = HostFolder(url.deletingLastPathComponent().path)
            try folder.write(bytes, as: url.lastPathComponent)
        }
    }

    private static func render(_ bilan: Bilan, _ format: Format) -> [UInt8] {
        switch format {
        case .text: Array(BilanText.render(bilan).utf8)
        case .json: BilanJSON.render(bilan)
        case .csv: BilanCSV.render(bilan)
        case .html: Array(BilanHTML.render(bilan).utf8)
        }
    }
}
