import Foundation

/// The results of a run, as a table for people and as JSON for programs.
struct BenchReport: Encodable {
    let rows: Int
    let rounds: Int
    var results: [BenchResult] = []

    init(rows: Int, rounds: Int) {
        self.rows = rows
        self.rounds = rounds
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    static func heading(rows: Int, rounds: Int) -> String {
        """
        \(rows) rows, medians of \(rounds) rounds; times in ms, sizes in bytes
        \(line("workload", ["plain", "engine", "value", "min", "max", "goal", ""], "of what"))
        """
    }

    static func line(_ name: String, _ cells: [String], _ unit: String) -> String {
        let columns = cells.map { cell in
            String(repeating: " ", count: Swift.max(1, 11 - cell.count)) + cell
        }
        return name.padding(toLength: 17, withPad: " ", startingAt: 0) + columns.joined() + "  "
            + unit
    }
}
