import Foundation

/// The files of the project, read from where this test was compiled.
struct SourceTree {
    struct File {
        /// The path from the root of the project.
        let path: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

        /// The name of the target: the folder under Sources.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

        /// The modules that the file imports.
        var imports: [String] {
            lines.compactMap { line in
                var words = line.split(separator: " ").map(String.init)
                while let first = words.first,
                    first.hasPrefix("@")
                        || ["package", "public", "private", "internal"].contains(first)
                {
                    words.removeFirst()
                }
                guard words.first == "import", words.count >= 2 else { return nil }
                let module = words.count > 2 && words[1] != "." ? words[words.count - 1] : words[1]
                return module.split(separator: ".").first.map(String.init)
            }
        }
    }

    let files: [File]

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The text of a file, by its path from the root of the project.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The names at the top of the project, those that begin with a dot apart.
    static func topLevel() throws -> Set<String> {
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
        return Set(names.filter { !$0.hasPrefix(".") })
    }

    init(_ folder: String) throws {
        let root = Self.root
        let start = root.appendingPathComponent(folder)
        let walker = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
        var files: [File] = []
        while let url = walker?.nextObject() as? URL {
            guard url.pathExtension == "swift" else { continue }
            let path = String(url.path.dropFirst(root.path.count + 1))
            files.append(File(path: path, text: try String(contentsOf: url, encoding: .utf8)))
        }
        self.files = files.sorted { $0.path < $1.path }
    }
}
