import BundleFormat
import Causality
import Records

extension SealedBundle.Fields {
    func write(to writer: inout ByteWriter) {
        writer.byte(kind.rawValue)
        writer.text(partition.kind.rawValue)
        writer.raw(partition.id.bytes)
        writer.text(partition.code)
        writer.raw(device.bytes)
        writer.replica(sender)
        writer.varint(sequence)
        writer.raw(previous.bytes)
        writer.vector(base)
        writer.vector(target)
        writer.count(heads.count)
        for head in heads {
            writer.replica(head.replica)
            writer.varint(head.sequence)
            writer.raw(head.hash.bytes)
        }
        writer.varint(membership.sequence)
        writer.raw(membership.hash.bytes)
        writer.raw(audit.bytes)
    }

    init(from reader: inout ByteReader) throws(FormatFailure) {
        let number = try reader.byte()
        guard let kind = SealedBundle.Kind(rawValue: number) else { throw .unknownKind(number) }
        self.init(
            kind: kind,
            partition: try Self.partition(&reader),
            device: try reader.device(),
            sender: try reader.replica(),
            sequence: try reader.sequence("a bundle's number", from: 1),
            previous: try reader.digest(),
            base: try reader.vector(limit: SealLimits.replicas),
            target: try reader.vector(limit: SealLimits.replicas),
            heads: try Self.heads(&reader),
            membership: SealedBundle.LogHead(
                sequence: try reader.sequence("a position in the log", from: 0),
                hash: try reader.digest()
            ),
            audit: try reader.digest()
        )
        if let fault { throw .notCanonical(fault) }
    }

    /// What no sender writes, if any.
    var fault: String? {
        if !target.covers(base) { return "a target behind its base" }
        if (sequence == 1) != (previous == .none) { return "a bundle before the first" }
        if (membership.sequence == 0) != (membership.hash == .none) { return "a head of no log" }
        if kind == .statement, partition.kind != .upward { return "a statement that goes sideways" }
        if kind == .snapshot, !base.isEmpty { return "a snapshot with a base" }
        return nil
    }

    private static func partition(_ reader: inout ByteReader) throws(FormatFailure) -> PartitionID {
        guard let kind = PartitionKind(rawValue: try reader.text(limit: 16)) else {
            throw .notCanonical("a kind of partition")
        }
        let id = try reader.recordID()
        let code = try reader.text(limit: 32)
        guard let partition = PartitionID(kind: kind, id: id, code: code) else {
            throw .notCanonical("a partition code")
        }
        return partition
    }

    private static func heads(
        _ reader: inout ByteReader
    ) throws(FormatFailure) -> [SealedBundle.Head] {
        var heads: [SealedBundle.Head] = []
        for _ in 0..<(try reader.count("heads", limit: SealLimits.heads)) {
            let head = SealedBundle.Head(
                replica: try reader.replica(),
                sequence: try reader.sequence("the number of a head", from: 1),
                hash: try reader.digest()
            )
            guard heads.last.map({ $0.replica < head.replica }) ?? true else {
                throw .notCanonical("heads")
            }
            heads.append(head)
        }
        return heads
    }
}
