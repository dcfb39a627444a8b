import Causality

extension DeltaHeader {
    private static let snapshotFlag: UInt8 = 1
    /// The snapshot says what its sender has freed.
    private static let freedFlag: UInt8 = 2

    private var flags: UInt8 {
        (isSnapshot ? Self.snapshotFlag : 0) | (freed.isEmpty ? 0 : Self.freedFlag)
    }

    /// The replicas that the header names: those of the target and of the acknowledgements.
    var table: ReplicaTable {
        var replicas = Set(target.entries.map(\.replica))
        for other in acknowledged {
            replicas.insert(other.replica)
            replicas.formUnion(other.vector.entries.map(\.replica))
        }
        return ReplicaTable(replicas.sorted(), base: base, target: target)
    }

    /// The bytes of the header section.
    func bytes(_ table: ReplicaTable) throws(FormatFailure) -> [UInt8] {
        try check(table)
        var writer = ByteWriter()
        writer.byte(flags)
        writer.count(table.replicas.count)
        for replica in table.replicas { writer.replica(replica) }
        for counter in table.targets { writer.varint(counter) }
        for (target, base) in zip(table.targets, table.bases) { writer.varint(target - base) }
        writer.raw(digest)
        writer.raw(erasures)
        writer.count(acknowledged.count)
        var place = 0
        for other in acknowledged {
            while table.replicas[place] < other.replica { place += 1 }
            writer.count(place)
            for (replica, target) in zip(table.replicas, table.targets) {
                writer.zigzag(target &- other.vector[replica])
            }
        }
        if !freed.isEmpty {
            for replica in table.replicas { writer.varint(freed[replica]) }
        }
        return writer.bytes
    }

    private func check(_ table: ReplicaTable) throws(FormatFailure) {
        let (count, limit) = (UInt64(table.replicas.count), UInt64(DeltaLimits.replicas))
        guard count <= limit else { throw .limit(what: "replicas", value: count, limit: limit) }
        guard target.covers(base) else { throw .notCanonical("a target behind its base") }
        guard !isSnapshot || base.isEmpty else { throw .notCanonical("a snapshot with a base") }
        guard freed.isEmpty || isSnapshot, target.covers(freed) else {
            throw .notCanonical("the freed deletions")
        }
        guard digest.count == Self.digestLength, erasures.count == Self.digestLength else {
            throw .notCanonical("a digest")
        }
        for (left, right) in zip(acknowledged, acknowledged.dropFirst())
        where left.replica >= right.replica {
            throw .notCanonical("the acknowledgements")
        }
        let vectors = [target] + acknowledged.map(\.vector)
        guard vectors.allSatisfy({ $0.entries.allSatisfy { $0.counter <= UInt64(Int64.max) } })
        else { throw .notCanonical("a version vector") }
    }

    /// Reads the header section.
    init(section: [UInt8]) throws(FormatFailure) {
        var reader = ByteReader(section)
        let flags = try reader.byte()
        guard [0, Self.snapshotFlag, Self.snapshotFlag | Self.freedFlag].contains(flags) else {
            throw .notCanonical("the flags of a delta")
        }
        let replicas = try Self.replicas(&reader)
        let targets = try Self.counters(replicas.count, &reader)
        let bases = try Self.bases(targets, &reader)
        isSnapshot = flags & Self.snapshotFlag != 0
        target = Self.vector(replicas, targets)
        base = Self.vector(replicas, bases)
        guard !isSnapshot || base.isEmpty else { throw .notCanonical("a snapshot with a base") }
        digest = Array(try reader.raw(Self.digestLength))
        erasures = Array(try reader.raw(Self.digestLength))
        acknowledged = try Self.acknowledged(replicas, targets, &reader)
        if flags & Self.freedFlag != 0 {
            freed = Self.vector(replicas, try Self.counters(replicas.count, &reader))
            guard !freed.isEmpty, target.covers(freed) else {
                throw .notCanonical("the freed deletions")
            }
        } else {
            freed = VersionVector()
        }
        guard reader.isAtEnd else { throw .trailingData }
        guard table.replicas == replicas else { throw .notCanonical("the table of replicas") }
    }

    private static func replicas(
        _ reader: inout ByteReader
    ) throws(FormatFailure) -> [ReplicaID] {
        var replicas: [ReplicaID] = []
        for _ in 0..<(try reader.count("replicas", limit: DeltaLimits.replicas)) {
            let replica = try reader.replica()
            guard replicas.last.map({ $0 < replica }) ?? true else {
                throw .notCanonical("the table of replicas")
            }
            replicas.append(replica)
        }
        return replicas
    }

    private static func counters(
        _ count: Int,
        _ reader: inout ByteReader
    ) throws(FormatFailure) -> [UInt64] {
        var counters: [UInt64] = []
        for _ in 0..<count { counters.append(try counter(try reader.varint())) }
        return counters
    }

    private static func bases(
        _ targets: [UInt64],
        _ reader: inout ByteReader
    ) throws(FormatFailure) -> [UInt64] {
        var bases: [UInt64] = []
        for target in targets {
            let missing = try reader.varint()
            guard missing <= target else { throw .notCanonical("a target behind its base") }
            bases.append(target - missing)
        }
        return bases
    }

    private static func acknowledged(
        _ replicas: [ReplicaID],
        _ targets: [UInt64],
        _ reader: inout ByteReader
    ) throws(FormatFailure) -> [Acknowledgement] {
        var all: [Acknowledgement] = []
        var least: UInt64 = 0
        for _ in 0..<(try reader.count("acknowledgements", limit: DeltaLimits.replicas)) {
            let place = try reader.varint()
            guard place >= least, place < UInt64(replicas.count) else {
                throw .notCanonical("the acknowledgements")
            }
            least = place + 1
            var counters: [UInt64] = []
            for target in targets {
                counters.append(try counter(target &- (try reader.zigzag())))
            }
            all.append(
                Acknowledgement(
                    replica: replicas[Int(place)],
                    vector: vector(replicas, counters)
                )
            )
        }
        return all
    }

    private static func counter(_ number: UInt64) throws(FormatFailure) -> UInt64 {
        guard number <= UInt64(Int64.max) else { throw .notCanonical("a version vector") }
        return number
    }

    private static func vector(_ replicas: [ReplicaID], _ counters: [UInt64]) -> VersionVector {
        var vector = VersionVector()
        for (replica, counter) in zip(replicas, counters) { vector.include(Dot(replica, counter)) }
        return vector
    }
}
