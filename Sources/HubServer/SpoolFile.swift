import Foundation
import HubWire

/// A file without a name: it goes with the process, or with the last word about it.
final class SpoolFile {
    private static let piece = 1 << 20

    private let handle: FileHandle
    private var count = 0

    init(_ path: String) throws {
        guard
            FileManager.default.createFile(
                atPath: path,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            ), let handle = FileHandle(forUpdatingAtPath: path)
        else { throw HubRefusal(.diskFull) }
        try FileManager.default.removeItem(atPath: path)
        self.handle = handle
    }

    func write(_ bytes: [UInt8]) throws {
        do {
            try handle.write(contentsOf: bytes)
        } catch { throw HubRefusal(.diskFull) }
        count += bytes.count
    }

    /// All of it, once in memory.
    func bytes() throws -> [UInt8] {
        try handle.seek(toOffset: 0)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while let piece = try handle.read(upToCount: Self.piece), !piece.isEmpty { bytes += piece }
        return bytes
    }

    deinit { try? handle.close() }
}
