import BundleFormat
import Exchange
import FolderExchange
import Foundation
import Glibc
import HostSystem
import Records
import ReplicaStore
import Seams
import TestKit
import Testing

/// What may lie in a drop folder, by the numbers of the negative tests in Docs/threat-model.md.
struct DropFolderTests {
    private let stores: TestStores
    private let a: Replica
    private let b: Replica
    private let folder: String

    init() throws {
        stores = try TestStores(seed: 11)
        a = try stores.make("a", try NoteSchema.make())
        b = try stores.make("b", try NoteSchema.make())
        folder = try stores.folder.folder("share")
        try Self.note(a, "un")
    }

    private static func note(_ replica: Replica, _ text: String) throws {
        try replica.write { try $0.insert("note", id: $0.newID(), ["text": .text(text)]) }
    }

    private func sync(_ replica: Replica) throws -> SyncReport {
        try SyncSession(replica, FolderMailbox(HostFolder(folder))).run()
    }

    private func pull(_ disk: any Disk) throws -> SyncReport {
        try SyncSession(b, FolderMailbox(disk)).pull()
    }

    /// Leaves a's bundle in the folder; the path of the file.
    private func bundle() throws -> String {
        _ = try sync(a)
        return folder + "/" + (try #require(try HostFolder(folder).list(limit: 1).first))
    }

    /// A bundle of a's in a folder of its own; the path of the file.
    private func bundleElsewhere() throws -> String {
        let other = try stores.folder.folder("elsewhere")
        _ = try SyncSession(a, FolderMailbox(HostFolder(other))).run()
        return other + "/" + (try #require(try HostFolder(other).list(limit: 1).first))
    }

    private func contents(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private func make(_ name: String, _ bytes: [UInt8] = Array("no bundle of ours".utf8)) -> Bool {
        FileManager.default.createFile(atPath: folder + "/" + name, contents: Data(bytes))
    }

    private func codes(_ report: SyncReport) -> [String] {
        report.refusals.map { refusal in
            String(refusal.reason.drop { $0 != "[" }.dropFirst().dropLast())
        }
    }

    @Test(arguments: [off_t(64 << 20) + 1, 1 << 40])
    func `11: a file that is too large is refused as oversize without being read`(_ size: off_t)
        throws
    {
        _ = try bundle()
        #expect(make("enorme.passerelle"))
        #expect(truncate(folder + "/enorme.passerelle", size) == 0)
        let disk = WatchedDisk(HostFolder(folder))
        let report = try pull(disk)
        #expect(codes(report) == ["oversize"])
        #expect(report.applied == 1)
        #expect(!disk.namesRead.contains("enorme.passerelle"))
    }

    @Test func `11: nothing is left that others would refuse as oversize`() throws {
        let envelope = Envelope(
            kind: .delta,
            partition: a.partition,
            sender: a.id,
            sequence: 1,
            base: a.versionVector,
            target: a.versionVector,
            body: [UInt8](repeating: 0, count: FolderMailbox.maximumBytes)
        )
        let error = #expect(throws: DiskFailure.self) {
            try FolderMailbox(HostFolder(folder)).append(envelope.bytes, as: envelope.fileName)
        }
        guard case .tooLarge = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try HostFolder(folder).list(limit: 9) == [])
    }

    @Test(arguments: [
        "a\nb.passerelle", "\u{202E}elleressap.exe.passerelle", "%2F%00.passerelle",
        " ; rm -rf .passerelle", String(repeating: "x", count: 244) + ".passerelle",
        "..passerelle.passerelle",
    ])
    func `12: a bundle under an odd name is judged by its content alone`(_ name: String) throws {
        let path = try bundle()
        #expect(rename(path, folder + "/" + name) == 0)
        let report = try sync(b)
        // A name that begins with a point is a temporary one.
        #expect(report.applied == (name.hasPrefix(".") ? 0 : 1))
        #expect(report.refusals == [])
    }

    @Test func `12: an odd name shows on no screen as it is`() throws {
        let name = "a\n\u{1B}[2J\u{202E}b\u{200B}%.passerelle"
        #expect(make(name))
        let report = try sync(b)
        #expect(report.refusals.map(\.token) == ["a%0A%1B[2J%E2%80%AEb%E2%80%8B%25.passerelle"])
        #expect(codes(report) == ["bad-bundle"])
    }

    @Test func `12: names that leave the folder are opened by nobody`() throws {
        let outside = try stores.folder.folder("outside") + "/x.passerelle"
        #expect(FileManager.default.createFile(atPath: outside, contents: Data([7])))
        let mailbox = FolderMailbox(HostFolder(folder))
        for name in [
            "../outside/x.passerelle", outside, "..", ".", "", "x\0y",
            "..%2Foutside%2Fx.passerelle",
            "../\u{301}/../outside/x.passerelle", "%", "%zz",
        ] {
            #expect(throws: DiskFailure.notAFile(name: String(escaped: name) ?? name)) {
                try mailbox.fetch(name)
            }
        }
        #expect(throws: DiskFailure.self) {
            try mailbox.fetch(String(repeating: "x", count: 300))
        }
        #expect(try contents(outside) == [7])
    }

    @Test func `12: a name that is no UTF-8 is counted, and stops nothing`() throws {
        _ = try bundle()
        for byte in [UInt8(0xFF), 0xC3] {
            let name = [0x2F, byte] + Array(".passerelle".utf8) + [0]
            let path = (Array(folder.utf8) + name).map(CChar.init(bitPattern:))
            let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
            try #require(descriptor >= 0)
            close(descriptor)
        }
        let report = try sync(b)
        #expect(report.applied == 1)
        #expect(report.refusals.map(\.token) == ["2 names"])
        #expect(codes(report) == ["bad-name"])
    }

    @Test func `13, 14: links, pipes, sockets, devices and folders are named, never opened`() throws
    {
        _ = try bundle()
        let outside = try stores.folder.folder("outside")
        #expect(symlink("/etc/shadow", folder + "/1.passerelle") == 0)
        #expect(symlink(outside, folder + "/2.passerelle") == 0)
        #expect(symlink("/nowhere", folder + "/3.passerelle") == 0)
        #expect(mkfifo(folder + "/4.passerelle", 0o600) == 0)
        #expect(mkdir(folder + "/5.passerelle", 0o700) == 0)
        #expect(mknod(folder + "/6.passerelle", S_IFSOCK | 0o600, 0) == 0)
        // Only an administrator may make a device: /dev/zero, which never ends.
        let hasDevice = mknod(folder + "/7.passerelle", S_IFCHR | 0o600, 1 << 8 | 5) == 0
        let disk = WatchedDisk(HostFolder(folder))
        let report = try pull(disk)
        #expect(report.applied == 1)
        let names = (1...(hasDevice ? 7 : 6)).map { "\($0).passerelle" }
        #expect(report.refusals.map(\.token) == names)
        #expect(Set(codes(report)) == ["not-regular"])
        #expect(disk.namesRead.isDisjoint(with: names))
    }

    @Test func `15: a hard link to a file outside is read as any other, and never written`() throws
    {
        let outside = try bundleElsewhere()
        let before = try contents(outside)
        #expect(link(outside, folder + "/lien.passerelle") == 0)
        #expect(link("/etc/passwd", folder + "/autre.passerelle") == 0 || errno == EXDEV)
        #expect(try sync(b).applied == 1)
        // A bundle of ours under the name of the link takes its place, not that of the file outside.
        try HostFolder(folder).write([1, 2, 3], as: "lien.passerelle")
        #expect(try contents(outside) == before)
        #expect(try contents(folder + "/lien.passerelle") == [1, 2, 3])
    }

    @Test func `15: a file replaced during reading is judged as it was read`() throws {
        let path = try bundle()
        let name = URL(fileURLWithPath: path).lastPathComponent
        let whole = try contents(path)
        let others = [Array(whole.dropLast()), whole.map { ~$0 }, [], Array("autre".utf8)]
        for replaced in others {
            try HostFolder(folder).write(whole, as: name)
            // The listing has seen the sound file; what is fetched is another.
            let disk = ReplacingDisk(HostFolder(folder), name, by: replaced)
            let vector = b.versionVector
            let report = try pull(disk)
            #expect(report.applied == 0)
            #expect(codes(report) == ["bad-bundle"])
            #expect(b.versionVector == vector)
        }
        try HostFolder(folder).write(whole, as: name)
        #expect(try sync(b).applied == 1)
    }

    @Test func `16: among 100,000 junk files the scan ends, warns, and takes the bundle`() throws {
        let path = try bundle()
        for number in 0..<100_000 {
            let name = folder + "/junk\(number).passerelle"
            let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
            try #require(descriptor >= 0)
            close(descriptor)
        }
        // One bundle stands among the first ten thousand names, one does not.
        try FileManager.default.copyItem(atPath: path, toPath: folder + "/zz.passerelle")
        let disk = WatchedDisk(HostFolder(folder))
        let start = ContinuousClock.now
        let report = try pull(disk)
        let time = ContinuousClock.now - start
        #expect(report.applied == 1)
        #expect(codes(report).first == "too-many-files")
        #expect(codes(report).last == "more-refusals")
        #expect(report.refusals.count == 102)
        #expect(disk.namesRead.count == FolderMailbox.maximumFiles)
        #expect(!disk.namesRead.contains("zz.passerelle"))
        #expect(time < .seconds(30), "\(time)")
    }

    @Test func `16: files of other kinds do not hide a bundle, however many`() throws {
        for number in 0..<(FolderMailbox.maximumFiles + 1) {
            try #require(make("A\(number).txt", []))
        }
        _ = try bundle()
        let report = try sync(b)
        #expect(report.applied == 1)
        #expect(report.refusals == [])
    }

    @Test func `17: a file that still grows waits, and is taken once`() throws {
        try Self.note(a, String(repeating: "long ", count: 3_000))
        let path = try bundle()
        let whole = try contents(path)
        #expect(truncate(path, 0) == 0)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        for start in stride(from: 0, to: whole.count, by: 64) {
            #expect(try sync(b).applied == 0)
            handle.write(Data(whole[start..<min(start + 64, whole.count)]))
        }
        #expect(try sync(b).applied == 2)
        let again = try sync(b)
        #expect(again.applied == 0)
        #expect(again.refusals == [])
    }

    @Test func `17: a file whose room was made before its bytes came is refused until they have`()
        throws
    {
        let path = try bundle()
        let whole = try contents(path)
        for count in [0, 20, whole.count / 2, whole.count - 1] {
            #expect(truncate(path, 0) == 0)
            try Data(whole[..<count]).write(to: URL(fileURLWithPath: path))
            #expect(truncate(path, off_t(whole.count)) == 0)
            #expect(codes(try pull(HostFolder(folder))) == ["bad-bundle"])
        }
        try Data(whole).write(to: URL(fileURLWithPath: path))
        #expect(try pull(HostFolder(folder)).applied == 1)
    }

    @Test(arguments: [
        DiskFailure.noPermission(path: "share"),
        .system(operation: "readdir", path: "share", errno: 5),
    ])
    func `a folder that cannot be listed is named, and the store is as before`(
        _ failure: DiskFailure
    ) throws {
        let vector = a.versionVector
        let disk = WatchedDisk(HostFolder(folder), failing: failure)
        #expect(throws: failure) { try SyncSession(a, FolderMailbox(disk)).run() }
        #expect(a.versionVector == vector)
        #expect(try sync(a).sent == 1)
    }
}
