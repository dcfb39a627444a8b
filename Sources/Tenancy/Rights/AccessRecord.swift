import Foundation

/// Everything that is held about one person, to be handed to them.
package struct AccessRecord: Codable, Hashable, Sendable {
    package struct Line: Codable, Hashable, Sendable {
        package let field: String
        package let value: String
    }

    /// One row, and who wrote it last.
    package struct Entry: Codable, Hashable, Sendable {
        package let lines: [Line]
        package let writtenBy: String
        /// Milliseconds since 1970.
        package let writtenAt: UInt64
    }

    package struct Section: Codable, Hashable, Sendable {
        /// The name of the collection.
        package let name: String
        package let title: String
        package let entries: [Entry]
    }

    package let landlord: String
    /// The day on which it was made, as `2026-02-12`.
    package let day: String
    package let sections: [Section]
    /// Values that somebody wrote at the same time as what is shown, or too late for it.
    package let setAside: [Line]

    package var rowCount: Int { sections.reduce(0) { $0 + $1.entries.count } }

    package var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self))
        }
    }
}
