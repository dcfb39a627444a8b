import Foundation
import Glibc
import HostSystem
import Seams
import TestKit
import Testing

/// A folder of this machine: whole files or none.
struct HostFolderTests {
    private let folder: TemporaryFolder
    private let disk: HostFolder

    init() throws {
        folder = try TemporaryFolder()
        disk = HostFolder(folder.path)
    }

    @Test func `a file is read back, in pieces too, and replaced whole`() throws {
        try disk.write(Array(0...99), as: "a")
        #expect(try disk.size(of: "a") == 100)
        #expect(try disk.read("a", from: 90, count: 50) == Array(90...99))
        #expect(try disk.read("a", from: 200, count: 50) == [])
        try disk.write([1, 2], as: "a")
        #expect(try disk.read("a", from: 0, count: 9) == [1, 2])
        #expect(try disk.list(limit: 10) == ["a"])
        try disk.remove("a")
        try disk.remove("a")
        #expect(try disk.list(limit: 10) == [])
    }

    @Test func `names that leave the folder, links and pipes are refused`() throws {
        symlink("/etc/passwd", folder.path + "/link")
        mkfifo(folder.path + "/pipe", 0o600)
        for name in ["../etc/passwd", "link", "pipe", ".", ".."] {
            #expect(throws: DiskFailure.self) { try disk.read(name, from: 0, count: 1) }
        }
        #expect(try disk.list(limit: 10) == [])
    }

    @Test func `a folder that is a file, or missing, is named`() throws {
        try disk.write([1], as: "file")
        let file = HostFolder(folder.path + "/file")
        #expect(throws: DiskFailure.noFolder(path: folder.path + "/file")) {
            try file.list(limit: 1)
        }
        #expect(throws: DiskFailure.noFolder(path: folder.path + "/none")) {
            try HostFolder(folder.path + "/none").write([1], as: "a")
        }
    }

    @Test func `one process has the lock, until it lets go`() throws {
        let volume = HostVolume()
        let first = try #require(try volume.lock(folder: folder.path))
        #expect(try volume.lock(folder: folder.path) == nil)
        first.release()
        #expect(try volume.lock(folder: folder.path) != nil)
    }
}
