import Foundation
import Seams

/// A clock that stands where the test put it.
struct FixedClock: WallClock {
    let milliseconds: UInt64

    func now() -> UInt64 { milliseconds }
}

/// The random source of the machine.
struct MachineEntropy: Entropy {
    func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

/// The disk of a tablet: always local, one process.
struct TabletVolume: Volume {
    private final class NoLock: StoreLock {
        func release() {}
    }

    func networkFileSystem(at path: String) -> String? { nil }

    func isAbsent(_ path: String) -> Bool { !FileManager.default.fileExists(atPath: path) }

    // A tablet's store is never copied as a file: its backup starts a tablet of its own.
    func fingerprint(of path: String) -> String? { nil }

    func disk(at folder: String) -> any Disk { SharedFolder(path: folder) }

    func lock(folder: String) throws(DiskFailure) -> (any StoreLock)? { NoLock() }

    func makeFile(_ path: String) throws(DiskFailure) {
        guard FileManager.default.createFile(atPath: path, contents: nil) else {
            throw .noPermission(path: path)
        }
    }

    func settle(_ temporary: String, as path: String) throws(DiskFailure) {
        guard rename(temporary, path) == 0 else { throw .noPermission(path: path) }
    }

    func remove(_ path: String) throws(DiskFailure) {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// A folder that the tablets share.
struct SharedFolder: Disk {
    let path: String

    private func url(_ name: String) -> URL {
        URL(fileURLWithPath: path).appendingPathComponent(name)
    }

    func list(limit: Int) throws(DiskFailure) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw .noFolder(path: path)
        }
        return Array(names.prefix(limit))
    }

    func read(_ name: String, from offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        guard let data = try? Data(contentsOf: url(name)) else { throw .notAFile(name: name) }
        return [UInt8](data.dropFirst(offset).prefix(count))
    }

    func size(of name: String) throws(DiskFailure) -> Int {
        guard let data = try? Data(contentsOf: url(name)) else { throw .notAFile(name: name) }
        return data.count
    }

    func write(_ bytes: [UInt8], as name: String) throws(DiskFailure) {
        do {
            try Data(bytes).write(to: url(name), options: .atomic)
        } catch {
            throw .noPermission(path: path)
        }
    }

    func remove(_ name: String) throws(DiskFailure) {
        try? FileManager.default.removeItem(at: url(name))
    }
}
