import ArgumentParser
import Foundation
import HostSystem
import Seams
import Statistics

/// The guided demonstration: eight invented landlords, three working days, one bilan.
@main
struct PasserelleDemo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passerelle-demo",
        abstract: "Eight invented landlords from their ERP files to the regional bilan.",
        discussion: """
            Each landlord imports its tenants, its agents work two events on two or three laptops \
            without a network. Five landlords meet at a hub over HTTP on the loopback, three in \
            folders that the hub looks into at night; statements go up, the hub merges them. \
            Nothing is canned: change the seed and other people do the same.
            """
    )

    @Flag(help: "Answer with one JSON object.")
    var json = false

    @Option(help: "A landlord that sends nothing after the first event, such as B5.")
    var silent: String?

    @Option(help: "The folder to work in, empty or new; else a new temporary one.")
    var folder: String?

    @Option(help: "The seed of the invented people.")
    var seed: UInt64 = 400

    func validate() throws {
        let codes = ReferenceFigures.landlords.map(\.code)
        if let silent, !codes.contains(silent) {
            throw ValidationError(
                "‘\(silent)’ is no landlord: one of \(codes.joined(separator: ", "))"
            )
        }
    }

    func run() throws {
        do {
            try tell()
        } catch {
            let line = "passerelle-demo: \(error)\n"
            FileHandle.standardError.write(Data(line.utf8))
            throw ExitCode.failure
        }
    }

    private func tell() throws {
        let folder = folder ?? NSTemporaryDirectory() + "passerelle-demo-\(SystemClock().now())"
        let isQuiet = json
        var region = try DemoRegion(folder: folder, seed: seed) { if !isQuiet { print($0) } }
        try region.run(silent: silent)
        let night = try region.reconcile()
        var bilan = night
        if let silent {
            try region.send(code: silent)
            bilan = try region.reconcile(again: true)
        }
        let page = try write(silent == nil ? bilan : night, in: folder)
        let audit = try region.audit()
        try region.close()
        if json {
            try printAnswer(DemoAnswer(silent == nil ? bilan : night, audit, page: page))
        } else {
            printStory(night, bilan, audit, page)
        }
        if audit.lostWrites > 0 { throw ExitCode(2) }
    }

    private func printAnswer(_ answer: DemoAnswer) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(answer), as: UTF8.self))
    }

    private func printStory(_ night: Bilan, _ bilan: Bilan, _ audit: DemoAudit, _ page: String) {
        print("")
        if let silent {
            print(night.freshnessText)
            print(SilenceLines.line("À jour seulement", night.fresh))
            print(
                SilenceLines.line(
                    "Avec le dernier relevé connu",
                    night.withLastKnown,
                    note: night.staleText
                )
            )
            print(SilenceLines.line("\(silent) revient", bilan.withLastKnown))
        } else {
            print(BilanText.render(bilan))
        }
        print("")
        print(
            "\(audit.acknowledgedWrites) écritures sur \(audit.replicas) postes, "
                + "\(audit.lostWrites) perdue ; \(audit.conflictsListed) conflits à traiter, "
                + "\(audit.settledByRank) réglés par le rang."
        )
        print("Le bilan : \(page)")
    }

    private func write(_ bilan: Bilan, in folder: String) throws -> String {
        let disk = HostFolder(folder)
        try disk.write(Array(BilanHTML.render(bilan).utf8), as: "bilan.html")
        try disk.write(BilanJSON.render(bilan), as: "bilan.json")
        try disk.write(BilanCSV.render(bilan), as: "bilan.csv")
        try disk.write(Array(BilanText.render(bilan).utf8), as: "bilan.txt")
        return folder + "/bilan.html"
    }
}
