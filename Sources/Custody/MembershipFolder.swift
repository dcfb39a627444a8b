import Membership
import Records
import Sealing
import Seams

/// What lies in a folder beside the bundles: the membership log, and new keys on their way to it.
struct MembershipFolder: MembershipShelf {
    private static let largestFile = 16 << 20
    private let disk: any Disk
    private let landlord: RecordID

    init(_ disk: any Disk, of landlord: RecordID) {
        self.disk = disk
        self.landlord = landlord
    }

    private var stem: String { String(landlord.description.prefix(8)) }

    private var logName: String { "\(stem).members" }

    private var keySuffix: String { ".\(stem).keys" }

    func log() throws -> [UInt8]? { try file(logName) }

    func leave(_ log: MembershipLog) throws { try disk.write(log.bytes, as: logName) }

    func leave(_ update: ReceiveKeyUpdate) throws {
        try disk.write(update.bytes, as: update.device.description + keySuffix)
    }

    /// A file of that kind that cannot be read is left alone.
    func updates() throws -> [ReceiveKeyUpdate] {
        try disk.list(limit: 10_000).filter { $0.hasSuffix(keySuffix) }.compactMap { name in
            try file(name).flatMap { try? ReceiveKeyUpdate($0) }
        }
    }

    func remove(_ update: ReceiveKeyUpdate) throws {
        try disk.remove(update.device.description + keySuffix)
    }

    private func file(_ name: String) throws -> [UInt8]? {
        do {
            let size = try disk.size(of: name)
            guard size <= Self.largestFile else {
                throw CustodyError(.sealed, "\(name) has \(size) bytes: remove it")
            }
            return try disk.read(name, from: 0, count: size)
        } catch DiskFailure.notAFile, DiskFailure.noFolder {
            return nil
        }
    }
}
