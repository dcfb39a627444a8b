import Seams

/// What one machine sees of a folder during one visit: perhaps an old listing, perhaps a read-only
/// share, perhaps a cable that comes loose at the k-th verb.
///
/// It is `@unchecked Sendable` because a world runs on one thread.
package final class FolderDoor: Disk, @unchecked Sendable {
    private let folder: SimulatedFolder
    /// The files that are seen; nil for all of them, as they are.
    private let stale: [String: [UInt8]]?
    private let isWritable: Bool
    private var verbsLeft: Int

    /// Opens a door; after `verbs` verbs nothing works any more.
    package init(
        _ folder: SimulatedFolder,
        stale: [String: [UInt8]]? = nil,
        isWritable: Bool = true,
        verbs: Int = .max
    ) {
        self.folder = folder
        self.stale = stale
        self.isWritable = isWritable
        verbsLeft = verbs
    }

    /// Whether whoever went through the door could see all that lies there, as it is.
    package var hasShownAll: Bool { stale == nil && verbsLeft > 0 }

    private var seen: [String: [UInt8]] { stale ?? folder.files }

    package func list(limit: Int) throws(DiskFailure) -> [String] {
        try spend("list")
        return Array(seen.keys.sorted().prefix(limit))
    }

    package func read(
        _ name: String,
        from offset: Int,
        count: Int
    ) throws(DiskFailure) -> [UInt8] {
        try spend("read")
        guard let bytes = seen[name] else { throw .notAFile(name: name) }
        return Array(bytes.dropFirst(offset).prefix(count))
    }

    package func size(of name: String) throws(DiskFailure) -> Int {
        try spend("size")
        guard let bytes = seen[name] else { throw .notAFile(name: name) }
        return bytes.count
    }

    package func write(_ bytes: [UInt8], as name: String) throws(DiskFailure) {
        try spend("write")
        guard isWritable else { throw .noPermission(path: name) }
        folder.files[name] = bytes
    }

    package func remove(_ name: String) throws(DiskFailure) {
        try spend("remove")
        folder.files[name] = nil
    }

    private func spend(_ verb: String) throws(DiskFailure) {
        guard verbsLeft > 0 else { throw .system(operation: verb, path: "folder", errno: 5) }
        verbsLeft -= 1
    }
}
