import Foundation

/// The sources of the pages, to see which words they use.
enum SourceText {
    static func all() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/HubPages")
        let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var text = ""
        while let url = walker?.nextObject() as? URL {
            guard url.pathExtension == "swift" else { continue }
            text += try String(contentsOf: url, encoding: .utf8)
        }
        return text
    }
}
