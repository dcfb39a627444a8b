import Foundation

/// The files of sync-fixtures/format, compared with what the tests make, or written anew.
enum VectorFiles {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "sync-fixtures/format")

    /// Set to write the files anew before they are compared.
    private static let rewrite =
        ProcessInfo.processInfo.environment["PASSERELLE_WRITE_FIXTURES"] == "1"

    /// The bytes of the committed file.
    static func committed(_ path: String, made: [UInt8]) throws -> [UInt8] {
        let file = folder.appending(path: path)
        if rewrite {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(made).write(to: file)
        }
        return Array(try Data(contentsOf: file))
    }

    /// The names of the files in a folder.
    static func names(in path: String) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path))
    }
}
