import ArgumentParser
import Foundation
import HostSystem
import Hub
import Seams
import Statistics

/// Which hub, which day, and in what form the answer is wanted.
struct HubOptions: ParsableArguments {
    @Option(help: "The hub's data folder; else PASSERELLE_HUB.")
    var data: String?

    @Option(
        name: [.customLong("day"), .customLong("at")],
        help: "The UTC day to speak of, as YYYY-MM-DD; else today."
    )
    var day: String?

    @Flag(help: "Answer with one JSON object.")
    var json = false

    /// The hub's data folder.
    var folder: String {
        get throws {
            if let data { return data }
            if let named = ProcessInfo.processInfo.environment["PASSERELLE_HUB"] { return named }
            throw ValidationError("no hub: name its folder with --data DIR or PASSERELLE_HUB")
        }
    }

    /// The number of the UTC day.
    var dayNumber: Int {
        get throws {
            guard let day else { return SystemClock().today }
            return try Self.number(of: day)
        }
    }

    /// The number of a UTC day that somebody typed.
    static func number(of day: String) throws -> Int {
        guard let parsed = UTCDay(iso: day) else {
            throw ValidationError("‘\(day)’ is no day: write it as YYYY-MM-DD")
        }
        return parsed.number
    }

    /// Opens the hub's store to read it, whether a server runs or not.
    func read() throws -> HubStore {
        try HubStore.read(path: try folder + "/" + HubStore.fileName)
    }
}
