import Foundation
import HubWire
import Records
import Sealing
import Synchronization

/// The uploads that were cut: a folder a landlord, a file each, named by the device and the hash of the
/// bundle.
final class UploadFolder: Sendable {
    /// So many a device: a further one takes the place of none.
    private static let most = 8
    /// So many bytes a landlord.
    private static let mostBytes = 1 << 30
    /// One that was left for so long is taken away.
    private static let life: UInt64 = 7 * 86_400_000

    private let path: String
    private let mostBytes: Int
    /// One at a time: two pieces of one upload never meet.
    private let turn = Mutex(())

    init(at path: String, mostBytes: Int = mostBytes) throws {
        (self.path, self.mostBytes) = (path, mostBytes)
        try Self.make(path)
    }

    private static func make(_ folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    private func folder(of landlord: RecordID) -> String { "\(path)/\(landlord)" }

    private func file(_ upload: Upload) -> String {
        "\(folder(of: upload.landlord))/\(upload.device)-\(upload.hash)"
    }

    /// Begins an upload; where it ends now, if it was begun before.
    func begin(_ upload: Upload) throws -> Int {
        try turn.withLock { _ in
            let file = file(upload)
            if let size = Self.size(of: file) { return size }
            try? Self.make(folder(of: upload.landlord))
            let own = names(of: upload.landlord).count { $0.hasPrefix("\(upload.device)-") }
            guard own < Self.most else { throw HubRefusal(.tooMany, "uploads") }
            let isMade = FileManager.default.createFile(
                atPath: file,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            )
            guard isMade else { throw HubRefusal(.diskFull) }
            return 0
        }
    }

    func offset(_ upload: Upload) throws -> Int {
        guard let size = Self.size(of: file(upload)) else { throw HubRefusal(.notFound) }
        return size
    }

    /// Adds a piece where the upload ends; where it ends then.
    func append(_ piece: [UInt8], to upload: Upload, at offset: Int) throws -> Int {
        try turn.withLock { _ in
            let file = file(upload)
            guard let size = Self.size(of: file), let handle = FileHandle(forUpdatingAtPath: file)
            else { throw HubRefusal(.notFound) }
            defer { try? handle.close() }
            guard size == offset else { throw HubRefusal(.offset) }
            guard size + piece.count <= HubLimits.body else { throw HubRefusal(.tooLarge) }
            guard bytes(of: upload.landlord) + piece.count <= mostBytes else {
                throw HubRefusal(.tooMany, "uploads")
            }
            do {
                try handle.seekToEnd()
                try handle.write(contentsOf: piece)
                try handle.synchronize()
            } catch {
                // What came of the piece before the disk was full is no piece.
                try? handle.truncate(atOffset: UInt64(size))
                throw HubRefusal(.diskFull)
            }
            return size + piece.count
        }
    }

    /// The bytes of the whole upload.
    func read(_ upload: Upload) throws -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: file(upload)) else {
            throw HubRefusal(.notFound)
        }
        return Array(bytes)
    }

    /// Forgets an upload that is one no longer.
    func remove(_ upload: Upload) {
        turn.withLock { _ in try? FileManager.default.removeItem(atPath: file(upload)) }
    }

    /// Takes away what was left a week before `now`; how many uploads.
    @discardableResult
    func clear(_ now: UInt64) -> Int {
        let landlords = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let files = landlords.compactMap { RecordID($0) }.flatMap { landlord in
            names(of: landlord).map { "\(folder(of: landlord))/\($0)" }
        }
        return files.count { file in
            turn.withLock { _ in
                guard let moment = Self.modified(file), moment + Self.life <= now else {
                    return false
                }
                return (try? FileManager.default.removeItem(atPath: file)) != nil
            }
        }
    }

    private func names(of landlord: RecordID) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder(of: landlord))) ?? []
    }

    private func bytes(of landlord: RecordID) -> Int {
        let folder = folder(of: landlord)
        return names(of: landlord).reduce(0) { $0 + (Self.size(of: "\(folder)/\($1)") ?? 0) }
    }

    private static func size(of file: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        return (attributes?[.size] as? NSNumber)?.intValue
    }

    /// The moment of the last piece, in milliseconds since 1970.
    private static func modified(_ file: String) -> UInt64? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        let date = attributes?[.modificationDate] as? Date
        return date.map { UInt64(max(0, $0.timeIntervalSince1970 * 1_000)) }
    }
}
