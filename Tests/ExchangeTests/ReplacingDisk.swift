import Foundation
import Seams

/// A folder in which somebody replaces a file between the look at its size and its reading whole.
///
/// It is `@unchecked Sendable` because its one variable is read and written under the lock.
final class ReplacingDisk: Disk, @unchecked Sendable {
    private let disk: any Disk
    private let victim: String
    private let bytes: [UInt8]
    private let lock = NSLock()
    private var looks = 0

    init(_ disk: any Disk, _ victim: String, by bytes: [UInt8]) {
        self.disk = disk
        self.victim = victim
        self.bytes = bytes
    }

    func list(limit: Int) throws(DiskFailure) -> [String] { try disk.list(limit: limit) }

    func survey(
        limit: Int,
        where isWanted: (String) -> Bool
    ) throws(DiskFailure) -> FolderSurvey {
        try disk.survey(limit: limit, where: isWanted)
    }

    func read(_ name: String, from offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        try disk.read(name, from: offset, count: count)
    }

    /// The first look is the listing's; after the second the file is another.
    func size(of name: String) throws(DiskFailure) -> Int {
        let size = try disk.size(of: name)
        let look = lock.withLock {
            looks += name == victim ? 1 : 0
            return looks
        }
        if name == victim, look == 2 { try disk.write(bytes, as: name) }
        return size
    }

    func write(_ bytes: [UInt8], as name: String) throws(DiskFailure) {
        try disk.write(bytes, as: name)
    }

    func remove(_ name: String) throws(DiskFailure) { try disk.remove(name) }
}
