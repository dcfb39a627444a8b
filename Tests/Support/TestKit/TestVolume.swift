import HostSystem
import Seams

/// The file system of this machine, or one that claims to be a network's, or to hold another file,
/// or that fails to read what a store knows itself by.
package struct TestVolume: Volume {
    /// What of it cannot be read.
    package enum Reading: CaseIterable, Sendable {
        case mounts
        case fingerprint
        case witness
    }

    private let network: String?
    private let fingerprint: String?
    private let failing: Reading?
    private let host = HostVolume()

    /// Creates a volume; the fingerprint of its files is the real one unless said.
    package init(network: String? = nil, fingerprint: String? = nil, failing: Reading? = nil) {
        self.network = network
        self.fingerprint = fingerprint
        self.failing = failing
    }

    // Tests run wherever a build machine puts them, even on a network file system.
    package func networkFileSystem(at path: String) throws(DiskFailure) -> String? {
        try fail(.mounts, path)
        return network
    }

    package func isAbsent(_ path: String) -> Bool { host.isAbsent(path) }

    package func fingerprint(of path: String) throws(DiskFailure) -> String? {
        try fail(.fingerprint, path)
        if let fingerprint { return fingerprint }
        return try host.fingerprint(of: path)
    }

    package func disk(at folder: String) -> any Disk {
        failing == .witness ? UnreadableDisk(host.disk(at: folder)) : host.disk(at: folder)
    }

    private func fail(_ reading: Reading, _ path: String) throws(DiskFailure) {
        if failing == reading { throw .system(operation: "read", path: path, errno: 5) }
    }

    package func lock(folder: String) throws(DiskFailure) -> (any StoreLock)? {
        try host.lock(folder: folder)
    }

    package func makeFile(_ path: String) throws(DiskFailure) { try host.makeFile(path) }

    package func settle(_ temporary: String, as path: String) throws(DiskFailure) {
        try host.settle(temporary, as: path)
    }

    package func remove(_ path: String) throws(DiskFailure) { try host.remove(path) }
}
