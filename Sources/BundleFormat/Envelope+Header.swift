import Causality
import Records

extension Envelope {
    /// What stands before the body: enough to decide whether the body is worth reading.
    package struct Header: Hashable, Sendable {
        package let kind: Kind
        package let partition: PartitionID
        package let sender: ReplicaID
        package let sequence: UInt64
        package let base: VersionVector
        package let target: VersionVector
        package let bodyLength: UInt64
        /// Where the body begins.
        package let bodyStart: Int

        /// Reads the header from the first bytes of a bundle.
        package init(_ bytes: [UInt8]) throws(FormatFailure) {
            var reader = ByteReader(bytes, from: 0, to: Envelope.maximumHeader)
            guard try reader.raw(Envelope.magic.count).elementsEqual(Envelope.magic) else {
                throw .badMagic
            }
            let version = try reader.byte()
            guard version == Envelope.version else { throw .unsupportedVersion(version) }
            let number = try reader.byte()
            guard let kind = Kind(rawValue: number) else { throw .unknownKind(number) }
            self.kind = kind
            partition = try Self.partition(&reader)
            sender = try reader.replica()
            sequence = try reader.varint()
            guard sequence > 0, sequence <= UInt64(Int64.max) else {
                throw .notCanonical("a bundle's number")
            }
            base = try reader.vector()
            target = try reader.vector()
            guard target.covers(base) else { throw .notCanonical("a target behind its base") }
            bodyLength = try reader.varint()
            let limit = UInt64(Envelope.maximumBytes)
            guard bodyLength <= limit else {
                throw .limit(what: "the body", value: bodyLength, limit: limit)
            }
            bodyStart = reader.offset
        }

        /// The size of the whole bundle.
        package var totalBytes: UInt64 {
            UInt64(bodyStart) + bodyLength + UInt64(Envelope.digestLength)
        }

        /// Where the body ends, if that many bytes are there.
        func bodyEnd(within count: Int) throws(FormatFailure) -> Int {
            guard bodyLength <= UInt64(count) else { throw .truncated }
            let (end, overflow) = bodyStart.addingReportingOverflow(Int(bodyLength))
            guard !overflow, end <= count else { throw .truncated }
            return end
        }

        private static func partition(
            _ reader: inout ByteReader
        ) throws(FormatFailure) -> PartitionID {
            guard let kind = PartitionKind(rawValue: try reader.text(limit: 16)) else {
                throw .notCanonical("a kind of partition")
            }
            let id = try reader.recordID()
            guard
                let partition = PartitionID(kind: kind, id: id, code: try reader.text(limit: 32))
            else { throw .notCanonical("a partition code") }
            return partition
        }
    }
}
