import Causality
import Exchange
import FolderExchange
import Foundation
import GRDB
import HostSystem
import Records
import ReplicaStore
import TestKit

/// Machines that exchange through folders, and of which each may be put back to an earlier moment.
final class RolledBackWorld {
    let stores: TestStores
    private(set) var machines: [Machine] = []
    private var snapshots: [[Machine.Snapshot]] = []
    private var count = 0
    /// What was left for the others in a mailbox.
    private var told: Set<String> = []
    /// The machines that were put back and have not exchanged since: nothing can tell it yet.
    private var unaware: Set<Int> = []

    init(seed: UInt64, machines count: Int) throws {
        stores = try TestStores(seed: seed)
        for _ in 0..<count { try addMachine() }
    }

    private func addMachine() throws {
        let name = "machine\(machines.count)"
        machines.append(try Machine(name, stores))
        snapshots.append([try machines[machines.count - 1].snapshot()])
    }

    func folder(_ name: String) throws -> String { try stores.folder.folder(name) }

    func sync(all folder: String) throws {
        for _ in 0..<2 { for machine in machines { try machine.sync(folder) } }
    }

    func run(steps: Int) throws {
        for _ in 0..<steps {
            stores.clock.advance(milliseconds: 1_000)
            let index = stores.entropy.below(machines.count)
            switch stores.entropy.below(12) {
            case 0..<5:
                count += 1
                try machines[index].write("note \(count)")
            case 5..<9:
                try machines[index].sync("reseau")
                told.formUnion(try machines[index].texts())
                unaware.remove(index)
            case 9: snapshots[index].append(try machines[index].snapshot())
            case 10:
                let old = snapshots[index]
                try machines[index].putBack(old[stores.entropy.below(old.count)])
                unaware.insert(index)
            default: try copy(index)
            }
        }
    }

    /// Copies a closed store to another machine, at most twice.
    ///
    /// The copy of a machine that was put back and does not know it yet is left out: it bears another
    /// id, and takes what it holds under the old one for what everybody holds; see Docs/Decisions/0013.
    private func copy(_ index: Int) throws {
        guard machines.count < 5, !unaware.contains(index) else { return }
        let snapshot = try machines[index].snapshot()
        try addMachine()
        try machines[machines.count - 1].putBack(snapshot)
    }

    /// Lets everybody exchange until nobody has news; all that was ever told, or is held somewhere.
    func settle() throws -> Set<String> {
        for machine in machines { told.formUnion(try machine.texts()) }
        for _ in 0..<4 { try sync(all: "reseau") }
        return told
    }
}

/// One machine with one store.
final class Machine {
    typealias Snapshot = [String: Data]

    private let stores: TestStores
    private let volume: TestVolume
    private(set) var replica: Replica

    init(_ name: String, _ stores: TestStores) throws {
        self.stores = stores
        volume = TestVolume(fingerprint: name)
        replica = try stores.make(name, try NoteSchema.make(), volume: volume)
    }

    func write(_ text: String, id: RecordID? = nil) throws {
        stores.clock.advance(milliseconds: 1_000)
        try replica.write { transaction in
            let values: [String: Value] = ["text": .text(text)]
            if let id, try transaction.update("note", id: id, values) { return }
            try transaction.insert("note", id: id ?? transaction.newID(), values)
        }
    }

    @discardableResult
    func sync(_ folder: String) throws -> SyncReport {
        let path = try stores.folder.folder(folder)
        return try SyncSession(replica, FolderMailbox(HostFolder(path))).run()
    }

    func texts() throws -> [String] {
        try replica.read { try String.fetchAll($0, sql: "SELECT text FROM note ORDER BY text") }
    }

    /// The store and what stands beside it, as the disk of a virtual machine holds them.
    func snapshot() throws -> Snapshot {
        try replica.close()
        var files: Snapshot = [:]
        for name in ["replica.sqlite", "incarnation"] {
            files[name] = try Data(contentsOf: URL(fileURLWithPath: replica.folder + "/" + name))
        }
        try open()
        return files
    }

    func putBack(_ files: Snapshot) throws {
        try replica.close()
        for (name, bytes) in files {
            try bytes.write(to: URL(fileURLWithPath: replica.folder + "/" + name))
        }
        try open()
    }

    private func open() throws {
        replica = try Replica.open(
            in: replica.folder,
            try NoteSchema.make(),
            stores.environment(volume: volume)
        )
    }
}
