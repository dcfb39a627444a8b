import Foundation
import InventedPeople
import Testing

/// The committed files are the generator's, byte for byte.
@Suite struct LateExtractFixtureTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "sync-fixtures/erp")

    /// Set to write the files anew before they are compared.
    private static let rewrite =
        ProcessInfo.processInfo.environment["PASSERELLE_WRITE_FIXTURES"] == "1"

    private func committed(_ name: String, rewrittenFrom bytes: [UInt8]) throws -> [UInt8] {
        let file = Self.folder.appending(path: name)
        if Self.rewrite {
            try FileManager.default.createDirectory(
                at: Self.folder,
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: file)
        }
        return Array(try Data(contentsOf: file))
    }

    @Test func `the first file is made anew byte for byte`() throws {
        let bytes = try LateExtract(seed: LateExtract.seed).initialFile()
        let same = try committed("extrait-initial.csv", rewrittenFrom: bytes) == bytes
        #expect(same)
    }

    @Test func `the late file is made anew byte for byte`() throws {
        let bytes = try LateExtract(seed: LateExtract.seed).lateFile()
        let same = try committed("extrait-tardif.csv", rewrittenFrom: bytes) == bytes
        #expect(same)
    }

    @Test func `another seed makes another file`() throws {
        let same = try LateExtract(seed: 1).lateFile() == LateExtract.committed.lateFile()
        #expect(!same)
    }
}
