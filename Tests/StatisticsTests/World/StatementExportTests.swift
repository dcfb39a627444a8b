import Foundation
import Statistics
import Testing

/// Writes the statements of an invented region for Tests/Pages, where PASSERELLE_STATEMENTS names a folder.
struct StatementExportTests {
    private static let folder = ProcessInfo.processInfo.environment["PASSERELLE_STATEMENTS"]

    @Test(.enabled(if: folder != nil))
    func `statements with tables are written for the pages`() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        let region = try InventedRegion(landlords: 8, persons: 260, seed: 5)
        for statement in try region.statements() {
            let file = folder.appendingPathComponent(statement.headline.landlord.code)
            try Data(statement.canonicalBytes).write(to: file)
        }
    }
}
