import Seams

/// A folder whose files are there and cannot be read: every reading ends in EIO.
struct UnreadableDisk: Disk {
    private let disk: any Disk

    init(_ disk: any Disk) { self.disk = disk }

    func list(limit: Int) throws(DiskFailure) -> [String] { try disk.list(limit: limit) }

    func read(_ name: String, from offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        throw .system(operation: "read", path: name, errno: 5)
    }

    func size(of name: String) throws(DiskFailure) -> Int { try disk.size(of: name) }

    func write(_ bytes: [UInt8], as name: String) throws(DiskFailure) {
        try disk.write(bytes, as: name)
    }

    func remove(_ name: String) throws(DiskFailure) { try disk.remove(name) }
}
