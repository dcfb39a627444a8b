import Foundation
import HubWire

/// A file without a name: it goes with the process, or with the last word about it.
final class SpoolFile {
    private let handle: FileHandle

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
    }

    func bytes() throws -> [UInt8] {
        try handle.seek(toOffset: 0)
        return Array(try handle.readToEnd() ?? Data())
    }

    deinit { try? handle.close() }
}
