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

    private static func stem(_ landlord: RecordID) -> Substring { landlord.description.prefix(8) }

    /// The name of a landlord's log.
    static func logName(of landlord: RecordID) -> String { "\(stem(landlord)).members" }

    private var logName: String { Self.logName(of: landlord) }

    private var keySuffix: String { ".\(Self.stem(landlord)).keys" }

    func log() throws -> [UInt8]? { try file(logName) }

    func leave(_ log: MembershipLog) throws { try disk.write(log.bytes, as: logName) }

    func leave(_ update: ReceiveKeyUpdate) throws {
        try disk.write(update.bytes, as: update.device.description + keySuffix)
    }

    /// A file of that kind that cannot be read is left alone.
    func updates() throws -> [ReceiveKeyUpdate] {
        try disk.list(limit: 10_000).filter { $0.hasSuffix(keySuffix) }.compactMap { name in
            do {
                return try file(name).map { try ReceiveKeyUpdate($0) }
            } catch is MembershipFailure {
                return nil
            }
        }
    }

    func remove(_ update: ReceiveKeyUpdate) throws {
        try disk.remove(update.device.description + keySuffix)
    }

    private func file(_ name: String) throws -> [UInt8]? {
        do {
            let size = try disk.size(of: name)
            guard size <= Self.largestFile else {
                let (value, limit) = (UInt64(size), UInt64(Self.largestFile))
                throw MembershipFailure.bytes(.limit(what: "bytes", value: value, limit: limit))
            }
            return try disk.read(name, from: 0, count: size)
        } catch DiskFailure.notAFile, DiskFailure.noFolder {
            return nil
        }
    }
}
