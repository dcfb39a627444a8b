import Foundation

/// Looks for texts in the raw bytes of every file of a folder.
package struct FolderScan {
    private let files: [Data]

    package init(_ folder: String) throws {
        files = try FileManager.default.subpathsOfDirectory(atPath: folder).compactMap { name in
            var isFolder: ObjCBool = false
            let path = folder + "/" + name
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { return nil }
            return try Data(contentsOf: URL(fileURLWithPath: path))
        }
    }

    /// Those of the texts that stand in some file, in order.
    package func found(_ texts: some Sequence<String>) -> [String] {
        texts.filter { text in files.contains { $0.range(of: Data(text.utf8)) != nil } }.sorted()
    }
}
