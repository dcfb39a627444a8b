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

    @Test func `a name is one component, by its bytes, for every verb`() throws {
        let outside = try folder.folder("outside")
        let inside = HostFolder(try folder.folder("inside"))
        try HostFolder(outside).write([7], as: "x")
        // The accent makes one character of it and the slash before it.
        try HostFolder(folder.path).write([7], as: "\u{301}x")
        for name in ["../outside/x", outside + "/x", "..", ".", "", "x\0", "../\u{301}x"] {
            let refused = DiskFailure.notAFile(name: name)
            #expect(throws: refused) { try inside.read(name, from: 0, count: 1) }
            #expect(throws: refused) { try inside.size(of: name) }
            #expect(throws: refused) { try inside.write([1], as: name) }
            #expect(throws: refused) { try inside.remove(name) }
        }
        #expect(try HostFolder(outside).read("x", from: 0, count: 9) == [7])
        #expect(try HostFolder(folder.path).read("\u{301}x", from: 0, count: 9) == [7])
    }

    @Test func `what lies under the temporary name is replaced, never written through`() throws {
        let outside = try folder.folder("outside") + "/x"
        #expect(FileManager.default.createFile(atPath: outside, contents: Data([7])))
        let path = try folder.folder("inside")
        let inside = HostFolder(path)
        #expect(link(outside, path + "/.a.part") == 0)
        #expect(symlink(outside, path + "/.b.part") == 0)
        #expect(mkfifo(path + "/.c.part", 0o600) == 0)
        #expect(symlink(outside, path + "/d") == 0)
        for name in ["a", "b", "c", "d"] {
            try inside.write([1, 2], as: name)
            #expect(try inside.read(name, from: 0, count: 9) == [1, 2])
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: outside)) == Data([7]))
        #expect(try inside.list(limit: 9) == ["a", "b", "c", "d"])
    }

    @Test func `a survey tells the first names in order, and what is no file`() throws {
        for number in (0..<3_000).reversed() {
            try disk.makeEmpty("f\(1_000 + number)", in: folder)
        }
        symlink("/etc/passwd", folder.path + "/link")
        #expect(mkdir(folder.path + "/folder", 0o700) == 0)
        let survey = try disk.survey(limit: 5) { !$0.hasPrefix("f1") }
        #expect(survey.names == ["f2000", "f2001", "f2002", "f2003", "f2004"])
        #expect(survey.irregular == ["folder", "link"])
        #expect(survey.isPartial)
        let whole = try disk.survey(limit: 3_000) { $0.hasPrefix("f") && $0 != "folder" }
        #expect(whole.names.count == 3_000)
        #expect(whole.names == whole.names.sorted())
        #expect(!whole.isPartial)
        #expect(try disk.survey(limit: 0) { _ in true }.names == [])
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

extension HostFolder {
    fileprivate func makeEmpty(_ name: String, in folder: TemporaryFolder) throws {
        let descriptor = open(folder.path + "/" + name, O_CREAT | O_WRONLY, 0o600)
        try #require(descriptor >= 0)
        close(descriptor)
    }
}
