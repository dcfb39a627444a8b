import Records
import ReplicaStore
import Seams

/// Makes replicas of one invented partition, all of whose randomness follows from a seed.
package struct TestStores {
    package let folder: TemporaryFolder
    package let clock: ManualClock
    package let entropy: SeededEntropy
    package let partition: PartitionID

    package init(seed: UInt64 = 1, code: String = "B4") throws {
        folder = try TemporaryFolder()
        clock = ManualClock()
        entropy = SeededEntropy(seed)
        partition = try Self.partition(code, entropy)
    }

    package static func partition(_ code: String, _ entropy: SeededEntropy) throws -> PartitionID {
        guard let id = RecordID(bytes: entropy.bytes(16)),
            let partition = PartitionID(kind: .landlord, id: id, code: code)
        else { throw ReplicaError(.badValue, code) }
        return partition
    }

    package func environment(
        _ clock: ManualClock? = nil,
        volume: TestVolume = TestVolume()
    ) -> ReplicaEnvironment {
        ReplicaEnvironment(clock: clock ?? self.clock, entropy: entropy, volume: volume)
    }

    package func make(
        _ name: String,
        _ schema: Schema,
        clock: ManualClock? = nil,
        volume: TestVolume = TestVolume()
    ) throws -> Replica {
        try Replica.create(
            in: try folder.folder(name),
            partition,
            schema,
            environment(clock, volume: volume)
        )
    }
}
