import ArgumentParser
import Foundation
import Hub
import Seams
import Statistics

/// The bilan of a programme, for a person, a spreadsheet, a program, or the printer.
struct BilanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bilan",
        abstract: "Write the bilan of a programme.",
        discussion: """
            A bilan that was frozen is given as it was kept, byte for byte. A PDF needs weasyprint or \
            chromium on this machine.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case html
        case pdf
        case csv
        case fods
        case fodt
        case json
    }

    @OptionGroup var options: HubOptions

    @Option(help: "The code of the programme.")
    var programme: String

    @Option(help: "text, html, pdf, csv, fods or json; html, pdf or fodt of a paper.")
    var format: Format?

    @Option(help: "The file to write; else standard output.")
    var output: String?

    @Flag(help: "Keep this bilan for ever, in every form, with its hash.")
    var freeze = false

    @Flag(help: "The figures as they are known now, even where the bilan was frozen.")
    var live = false

    @Flag(help: "The answer to a call for projects, filled in as far as the bilan goes.")
    var appel = false

    @Option(help: "Another programme to put beside this one.")
    var compare: String?

    @Option(help: "The day of the other programme's bilan, as YYYY-MM-DD; else the same day.")
    var compareAt: String?

    func validate() throws {
        guard !(appel && compare != nil), !(freeze && (appel || compare != nil || live)) else {
            throw ValidationError("--freeze, --appel and --compare are asked for one at a time")
        }
        let isPaper = appel || compare != nil
        let papers: [Format] = [.html, .pdf, .fodt]
        if let format, isPaper != papers.contains(format), ![.html, .pdf].contains(format) {
            throw ValidationError(
                isPaper ? "a paper is html, pdf or fodt" : "fodt is a form of a paper only"
            )
        }
        guard compareAt == nil || compare != nil else {
            throw ValidationError("--compare-at goes with --compare")
        }
    }

    func run() async throws {
        if freeze { return try await keep() }
        try HubTerminal.catching {
            let store = try options.read()
            defer { try? store.close() }
            try write(try bytes(from: BilanShelf(store: store, live: live)))
        }
    }

    private func keep() async throws {
        try await HubTerminal.run(options) {
            .freeze(programme: programme, day: try options.dayNumber)
        } answering: { outcome in
            guard case .frozen(let hash, let isNew) = outcome else { return nil }
            return Frozen(sha256: hash, isNew: isNew)
        }
    }

    private func bytes(from shelf: BilanShelf) throws -> [UInt8] {
        let day = try options.dayNumber
        if let paper = try paper(from: shelf, day) { return try render(paper, day) }
        switch options.json ? .json : format ?? .text {
        case .text: return try shelf.bytes(programme, day, .text)
        case .html: return try shelf.bytes(programme, day, .html)
        case .csv: return try shelf.bytes(programme, day, .csv)
        case .fods: return try shelf.bytes(programme, day, .fods)
        case .json: return try shelf.bytes(programme, day, .json)
        case .fodt: throw ValidationError("fodt is a form of a paper only")
        case .pdf: return try Self.print(try shelf.bytes(programme, day, .html), day)
        }
    }

    private func paper(from shelf: BilanShelf, _ day: Int) throws -> Paper? {
        if appel { return .answerToCall(try shelf.bilan(programme, day)) }
        guard let compare else { return nil }
        let other = try compareAt.map(HubOptions.number(of:)) ?? day
        return .comparison(
            try shelf.bilan(programme, day),
            try shelf.bilan(compare, other)
        )
    }

    private func render(_ paper: Paper, _ day: Int) throws -> [UInt8] {
        switch format {
        case .fodt: paper.render(.fodt)
        case .pdf: try Self.print(paper.render(.html), day)
        default: paper.render(.html)
        }
    }

    private static func print(_ page: [UInt8], _ day: Int) throws -> [UInt8] {
        let text = UTCDay(number: day)?.isoText ?? ""
        return try PagePrinter().print(page, dated: text)
    }

    private func write(_ bytes: [UInt8]) throws {
        guard let output else {
            FileHandle.standardOutput.write(Data(bytes))
            return
        }
        try OutputFile(output).write(bytes)
    }

    struct Frozen: HubTerminal.Answer {
        let sha256: String
        let isNew: Bool

        var text: String { (isNew ? "Frozen." : "Frozen before.") + " SHA-256: \(sha256)" }
        var needsAttention: Bool { false }
    }
}
