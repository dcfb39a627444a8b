import Causality
import Exchange
import FolderExchange
import Foundation
import HostSystem
import Records
import ReplicaStore
import TestKit
import Testing

/// A bundle altered on its way changes nothing in the store that receives it.
struct FlippedBundleTests {
    @Test func `every flipped bit and every truncation is refused, the store as it was`() throws {
        let stores = try TestStores(seed: 19)
        let a = try stores.make("a", try NoteSchema.make())
        let b = try stores.make("b", try NoteSchema.make())
        try a.write { transaction in
            for text in ["un", "deux", "trois"] {
                try transaction.insert(
                    "note",
                    id: transaction.newID(),
                    ["text": .text(text)]
                )
            }
        }
        try b.write { try $0.insert("note", id: $0.newID(), ["text": "à moi"]) }
        let folder = try stores.folder.folder("share")
        _ = try SyncSession(a, FolderMailbox(HostFolder(folder))).run()
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        var bundle = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
        let (vector, digest) = (b.versionVector, try b.digests())
        let receiver = Receiver(b)
        for index in bundle.indices {
            for bit in 0..<8 {
                bundle[index] ^= 1 << bit
                #expect(try Self.isRefused(bundle, receiver), "byte \(index), bit \(bit)")
                bundle[index] ^= 1 << bit
            }
            let cut = Array(bundle[..<index])
            #expect(try Self.isRefused(cut, receiver), "\(index) bytes")
        }
        #expect(b.versionVector == vector)
        let isSame = try b.digests() == digest
        #expect(isSame)
        #expect(try receiver.waiting().changes == 0)
        #expect(try receiver.receive(bundle) == .applied(changes: 3))
    }

    private static func isRefused(_ bundle: [UInt8], _ receiver: Receiver) throws -> Bool {
        if case .refused(code: "bad-bundle", _) = try receiver.receive(bundle) { return true }
        return false
    }
}
