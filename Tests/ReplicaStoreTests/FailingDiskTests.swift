import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// A disk that fails once is no damage and no copy: the store is refused by a name, and is itself
/// again at the next opening.
struct FailingDiskTests {
    private let stores: TestStores
    private let replica: Replica

    init() throws {
        stores = try TestStores(seed: 41)
        replica = try stores.make("a", try PeopleSchema.schema())
        try replica.write { try $0.insert("person", id: $0.newID(), ["name": "Zoé"]) }
    }

    private func open(_ volume: TestVolume = TestVolume()) throws -> Replica {
        try Replica.open(
            in: replica.folder,
            try PeopleSchema.schema(),
            stores.environment(volume: volume)
        )
    }

    private func files() throws -> [String: Data] {
        try ["replica.sqlite", "incarnation"].reduce(into: [:]) { files, name in
            let path = replica.folder + "/" + name
            files[name] = try Data(contentsOf: URL(fileURLWithPath: path))
        }
    }

    private func code(_ body: () throws -> Void) -> ReplicaError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? ReplicaError)?.code
        }
    }

    @Test(arguments: TestVolume.Reading.allCases)
    func `what a store knows itself by cannot be read: refused, and the id stays`(
        _ reading: TestVolume.Reading
    ) throws {
        let own = replica.id
        try replica.close()
        let before = try files()
        #expect(code { _ = try open(TestVolume(failing: reading)) } == .diskFailed)
        #expect(try files() == before)
        let again = try open()
        #expect(again.id == own)
        #expect(try again.identityHistory.isEmpty)
        try again.write { try $0.insert("person", id: $0.newID(), ["name": "Lou"]) }
        #expect(try again.verify().isSound)
    }

    @Test func `only what SQLite calls corrupt is called damaged`() {
        func named(_ result: ResultCode) -> ReplicaError.Code? {
            code { try replica.read { _ in throw DatabaseError(resultCode: result) } }
        }
        for result: ResultCode in [
            .SQLITE_IOERR, .SQLITE_IOERR_READ, .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC,
            .SQLITE_IOERR_SHMMAP,
        ] {
            #expect(named(result) == .diskFailed)
        }
        #expect(named(.SQLITE_FULL) == .diskFull)
        #expect(named(.SQLITE_IOERR_SHMSIZE) == .diskFull)
        #expect(named(.SQLITE_CANTOPEN) == .readOnly)
        #expect(named(.SQLITE_NOTADB) == .notAStore)
        #expect(named(.SQLITE_CORRUPT) == .damaged)
        #expect(named(.SQLITE_CORRUPT_INDEX) == .damaged)
    }
}
