import Exchange
import FolderExchange
import HostSystem
import Records
import ReplicaStore
import TestKit
import Testing

/// Deletions are freed everywhere, also by those who wait for a colleague with nothing else to say.
struct AcknowledgementTests {
    private let stores: TestStores
    private let id = RecordID.natural("note", [1])

    init() throws { stores = try TestStores(seed: 9) }

    private func sync(_ replicas: [Replica]) throws {
        let folder = try stores.folder.folder("hub")
        for replica in replicas {
            _ = try SyncSession(replica, FolderMailbox(HostFolder(folder))).run()
        }
    }

    @Test func `who frees a deletion as it comes tells the others that it was seen`() throws {
        let a = try stores.make("a", try NoteSchema.make())
        let b = try stores.make("b", try NoteSchema.make())
        try a.write { try $0.insert("note", id: id, ["text": "Rappeler lundi"]) }
        try sync([a, b])
        try a.write { _ = try $0.delete("note", id: id) }
        try sync([a, b, a])
        #expect(try a.pendingDeletions() == 0)
        #expect(try b.pendingDeletions() == 0)
        // And then nothing more is said.
        let folder = HostFolder(try stores.folder.folder("hub"))
        let count = try folder.list(limit: 100).count
        try sync([a, b, a, b])
        #expect(try folder.list(limit: 100).count == count)
    }
}
