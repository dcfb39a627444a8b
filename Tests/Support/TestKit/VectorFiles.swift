import Foundation

/// The files of one folder of sync-fixtures, compared with what the tests make, or written anew.
package struct VectorFiles: Sendable {
    private let folder: URL

    /// Set to write the files anew before they are compared.
    private static let rewrite =
        ProcessInfo.processInfo.environment["PASSERELLE_WRITE_FIXTURES"] == "1"

    package init(_ name: String) {
        let tests = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        folder = tests.deletingLastPathComponent().appending(path: "sync-fixtures/\(name)")
    }

    /// The bytes of the committed file.
    package func committed(_ path: String, made: [UInt8]) throws -> [UInt8] {
        let file = folder.appending(path: path)
        if Self.rewrite {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(made).write(to: file)
        }
        return Array(try Data(contentsOf: file))
    }

    /// The bytes of a committed file as it stands.
    package func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }

    /// The names of the files in a folder.
    package func names(in path: String) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path))
    }

    /// The paths of the sound and of the faulty files whose names end alike.
    package func paths(endingIn suffix: String) throws -> Set<String> {
        let paths = try ["valid", "invalid"].flatMap { kind in
            try names(in: kind).map { "\(kind)/\($0)" }
        }
        return Set(paths.filter { $0.hasSuffix(suffix) })
    }
}
