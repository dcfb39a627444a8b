import Foundation
import Seams

/// A folder that remembers which files were read, or that cannot be listed.
///
/// It is `@unchecked Sendable` because its one variable is read and written under the lock.
final class WatchedDisk: Disk, @unchecked Sendable {
    private let disk: any Disk
    private let failure: DiskFailure?
    private let lock = NSLock()
    private var names: Set<String> = []

    init(_ disk: any Disk, failing failure: DiskFailure? = nil) {
        self.disk = disk
        self.failure = failure
    }

    /// The names under which something was read.
    var namesRead: Set<String> { lock.withLock { names } }

    func list(limit: Int) throws(DiskFailure) -> [String] {
        try survey(limit: limit) { _ in true }.names
    }

    func survey(
        limit: Int,
        where isWanted: (String) -> Bool
    ) throws(DiskFailure) -> FolderSurvey {
        if let failure { throw failure }
        return try disk.survey(limit: limit, where: isWanted)
    }

    func read(_ name: String, from offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        lock.withLock { _ = names.insert(name) }
        return try disk.read(name, from: offset, count: count)
    }

    func size(of name: String) throws(DiskFailure) -> Int { try disk.size(of: name) }

    func write(_ bytes: [UInt8], as name: String) throws(DiskFailure) {
        try disk.write(bytes, as: name)
    }

    func remove(_ name: String) throws(DiskFailure) { try disk.remove(name) }
}
