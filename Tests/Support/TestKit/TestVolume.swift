import HostSystem
import Seams

/// The file system of this machine, or one that claims to be a network's, or to hold another file.
package struct TestVolume: Volume {
    private let network: String?
    private let fingerprint: String?
    private let host = HostVolume()

    /// Creates a volume; the fingerprint of its files is the real one unless said.
    package init(network: String? = nil, fingerprint: String? = nil) {
        self.network = network
        self.fingerprint = fingerprint
    }

    // Tests run wherever a build machine puts them, even on a network file system.
    package func networkFileSystem(at path: String) -> String? { network }

    package func isAbsent(_ path: String) -> Bool { host.isAbsent(path) }

    package func fingerprint(of path: String) -> String? {
        fingerprint ?? host.fingerprint(of: path)
    }

    package func disk(at folder: String) -> any Disk { host.disk(at: folder) }

    package func lock(folder: String) throws(DiskFailure) -> (any StoreLock)? {
        try host.lock(folder: folder)
    }

    package func makeFile(_ path: String) throws(DiskFailure) { try host.makeFile(path) }

    package func settle(_ temporary: String, as path: String) throws(DiskFailure) {
        try host.settle(temporary, as: path)
    }

    package func remove(_ path: String) throws(DiskFailure) { try host.remove(path) }
}
