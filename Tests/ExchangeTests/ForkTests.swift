import BundleFormat
import Causality
import Exchange
import FolderExchange
import Foundation
import HostSystem
import Records
import ReplicaStore
import TestKit
import Testing

/// Stores that were put back with everything beside them: only what others know tells it.
struct ForkTests {
    private let world: RolledBackWorld

    init() throws { world = try RolledBackWorld(seed: 5, machines: 3) }

    @Test func `both lives of a machine that was put back reach everybody`() throws {
        let machine = world.machines[0]
        try machine.write("commune")
        try world.sync(all: "reseau")
        let snapshot = try machine.snapshot()
        try machine.write("première vie 1")
        try machine.write("première vie 2")
        try machine.sync("reseau")
        let old = machine.replica.id
        try machine.putBack(snapshot)
        #expect(machine.replica.id == old)
        try machine.write("seconde vie 1")
        try machine.write("seconde vie 2")
        let report = try machine.sync("reseau")
        #expect(report.formerIdentity == old)
        #expect(report.refusals.isEmpty)
        #expect(machine.replica.id != old)
        try world.sync(all: "reseau")
        for machine in world.machines {
            #expect(
                try machine.texts() == [
                    "commune", "première vie 1", "première vie 2", "seconde vie 1", "seconde vie 2",
                ]
            )
            #expect(try machine.replica.inbox().isEmpty)
        }
    }

    @Test func `equal numbers, equal counts: the digest of what was sent tells the lives apart`()
        throws
    {
        let machine = world.machines[0]
        try machine.write("commune")
        try world.sync(all: "reseau")
        let snapshot = try machine.snapshot()
        try machine.write("une")
        try machine.sync("reseau")
        try machine.putBack(snapshot)
        try machine.write("deux")
        // On a key, under the number of the bundle that lies in the shared folder.
        try machine.sync("cle")
        try world.machines[2].sync("cle")
        let report = try machine.sync("reseau")
        #expect(report.formerIdentity != nil)
        try world.sync(all: "reseau")
        try world.sync(all: "reseau")
        for machine in world.machines {
            #expect(try machine.texts() == ["commune", "deux", "une"])
        }
    }

    @Test func `others report the fork, wait, and are healed by the machine that lived twice`()
        throws
    {
        let (machine, others) = (world.machines[0], world.machines[1...])
        let shared = RecordID.natural("note", [1])
        try machine.write("commune", id: shared)
        try world.sync(all: "reseau")
        let snapshot = try machine.snapshot()
        try machine.write("une vie", id: shared)
        try machine.write("une")
        try machine.sync("reseau")
        try machine.putBack(snapshot)
        try machine.write("autre vie", id: shared)
        try machine.sync("cle")
        try others[2].sync("cle")
        try others[1].sync("reseau")
        // Number 2 of the machine came by the key already, with other content.
        let report = try others[2].sync("reseau")
        #expect(report.refusals.contains { $0.reason.contains("[replica-forked]") })
        #expect(report.refusals.contains { $0.reason.contains(machine.replica.id.short) })
        #expect(try others[2].texts() == ["autre vie"])
        for _ in 0..<3 { try world.sync(all: "reseau") }
        for machine in world.machines {
            #expect(try machine.texts().count == 2)
            #expect(try machine.texts().contains("une"))
            let conflict = try #require(try machine.replica.conflicts().first)
            let versions = ([conflict.shown] + conflict.others).map(\.value)
            #expect(Set(versions) == ["une vie", "autre vie"])
        }
        let last = try others[2].sync("reseau")
        #expect(last.refusals.isEmpty)
        #expect(last.held == 0)
    }

    @Test func `two bundles under one number are told apart by whoever receives them`() throws {
        let receiver = Receiver(world.machines[1].replica)
        let sender = ReplicaID(high: 7, low: 7)
        func bundle(_ counter: UInt64) -> [UInt8] {
            var body = ByteWriter()
            body.byte(0)
            body.vector(VersionVector())
            body.vector(VersionVector([sender: counter]))
            body.byte(0)
            return Envelope(
                kind: .delta,
                partition: world.machines[1].replica.partition,
                sender: sender,
                sequence: 1,
                base: VersionVector(),
                target: VersionVector([sender: counter]),
                body: body.bytes
            ).bytes
        }
        #expect(try receiver.receive(bundle(2)) == .applied(changes: 2))
        guard case .refused("replica-forked", let message) = try receiver.receive(bundle(3)) else {
            Issue.record("the second bundle was taken")
            return
        }
        #expect(message.contains(sender.short))
        #expect(world.machines[1].replica.versionVector[sender] == 2)
    }

    @Test func `a damaged bundle that claims another life changes nothing`() throws {
        let machine = world.machines[0]
        try machine.write("commune")
        try machine.sync("reseau")
        let folder = try world.folder("reseau")
        let disk = HostFolder(folder)
        let name = try #require(try disk.list(limit: 9).first)
        var bytes = try disk.read(name, from: 0, count: 1 << 20)
        // The sequence, one past the bundles that were sent.
        let old = machine.replica.id
        let place = try #require(bytes.firstRange(of: old.bytes)).upperBound
        bytes[place] = 9
        try disk.write(bytes, as: "B4-damaged.passerelle")
        let report = try machine.sync("reseau")
        #expect(report.formerIdentity == nil)
        #expect(machine.replica.id == old)
    }

    @Test func `random worlds of copies and returns lose nothing that was told`() throws {
        let worlds =
            ProcessInfo.processInfo.environment["PASSERELLE_WORLDS"].flatMap(Int.init) ?? 30
        var changes = 0
        for seed in 0..<worlds {
            let world = try RolledBackWorld(seed: UInt64(seed), machines: 3)
            try world.run(steps: 30)
            let told = try world.settle()
            for (index, machine) in world.machines.enumerated() {
                let missing = told.subtracting(try machine.texts())
                #expect(missing.isEmpty, "seed \(seed), machine \(index)")
                let vector = machine.replica.versionVector
                #expect(vector == world.machines[0].replica.versionVector, "seed \(seed)")
            }
            changes += try world.machines.reduce(0) { try $0 + $1.replica.identityHistory.count }
        }
        #expect(changes >= worlds / 2)
    }
}
