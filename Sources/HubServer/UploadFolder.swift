import Foundation
import HubWire
import Sealing
import Synchronization

/// The uploads that were cut, a file each, named by the device and the hash of the bundle.
final class UploadFolder: Sendable {
    /// So many a device: a further one takes the place of none.
    private static let most = 8

    private let path: String
    /// One at a time: two pieces of one upload never meet.
    private let turn = Mutex(())

    init(at path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    private func file(_ hash: ContentHash, _ device: DeviceID) -> String {
        "\(path)/\(device)-\(hash)"
    }

    func begin(_ hash: ContentHash, of device: DeviceID, length: Int) throws -> Int {
        try turn.withLock { _ in
            let file = file(hash, device)
            if let size = Self.size(of: file) { return size }
            let names = try FileManager.default.contentsOfDirectory(atPath: path)
            guard names.count(where: { $0.hasPrefix("\(device)-") }) < Self.most else {
                throw HubRefusal(.tooMany, "uploads")
            }
            let isMade = FileManager.default.createFile(
                atPath: file,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            )
            guard isMade else { throw HubRefusal(.diskFull) }
            return 0
        }
    }

    func offset(_ hash: ContentHash, of device: DeviceID) throws -> Int {
        guard let size = Self.size(of: file(hash, device)) else { throw HubRefusal(.notFound) }
        return size
    }

    /// Adds a piece where the upload ends; where it ends then.
    func append(
        _ piece: [UInt8],
        to hash: ContentHash,
        of device: DeviceID,
        at offset: Int
    ) throws -> Int {
        try turn.withLock { _ in
            let file = file(hash, device)
            guard let size = Self.size(of: file), let handle = FileHandle(forUpdatingAtPath: file)
            else { throw HubRefusal(.notFound) }
            defer { try? handle.close() }
            guard size == offset else { throw HubRefusal(.offset) }
            guard size + piece.count <= HubLimits.body else { throw HubRefusal(.tooLarge) }
            do {
                try handle.seekToEnd()
                try handle.write(contentsOf: piece)
                try handle.synchronize()
            } catch { throw HubRefusal(.diskFull) }
            return size + piece.count
        }
    }

    /// The whole upload, which is then no longer one.
    func take(_ hash: ContentHash, of device: DeviceID) throws -> [UInt8] {
        try turn.withLock { _ in
            let file = file(hash, device)
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw HubRefusal(.notFound)
            }
            try FileManager.default.removeItem(atPath: file)
            return Array(bytes)
        }
    }

    private static func size(of file: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        return (attributes?[.size] as? NSNumber)?.intValue
    }
}
