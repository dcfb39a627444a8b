import Foundation

/// What stood in a folder before a store was made there.
struct FolderContents {
    private let folder: String
    /// nil where there was no folder.
    private let names: Set<String>?

    init(_ folder: String) {
        self.folder = folder
        names = (try? FileManager.default.contentsOfDirectory(atPath: folder)).map { Set($0) }
    }

    /// Removes what came since; for whoever made it and holds the store's lock.
    func removeNewFiles() {
        let manager = FileManager.default
        guard let names else {
            try? manager.removeItem(atPath: folder)
            return
        }
        for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? []
        where !names.contains(name) {
            try? manager.removeItem(atPath: folder + "/" + name)
        }
    }
}
