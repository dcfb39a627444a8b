import BundleFormat
import Causality
import Records
import Testing

/// One bundle that every reader must read, or refuse for the reason named.
struct Vector: CustomTestStringConvertible {
    let name: String
    let bundle: [UInt8]
    /// The name of the failure; nil of a sound bundle.
    var failure: String?

    var testDescription: String { failure.map { "\($0).\(name)" } ?? name }

    /// The replicas of the vectors: the first two of any delta.
    static let a = ReplicaID(high: 0, low: 1)
    static let b = ReplicaID(high: 0, low: 2)

    /// A bundle of one delta.
    static func envelope(
        _ body: [UInt8],
        base: VersionVector = VersionVector(),
        target: VersionVector = VersionVector([a: 9, b: 9])
    ) throws -> Envelope {
        let id = try #require(RecordID(bytes: [UInt8](repeating: 0xB4, count: 16)))
        return Envelope(
            kind: .delta,
            partition: try #require(PartitionID(kind: .landlord, id: id, code: "B4")),
            sender: a,
            sequence: 41,
            base: base,
            target: target,
            body: body
        )
    }

    static func valid(_ name: String, _ content: DeltaContent) throws -> Vector {
        let body = try content.bytes()
        let header = content.header
        let envelope = try envelope(body, base: header.base, target: header.target)
        return Vector(name: name, bundle: envelope.bytes)
    }

    /// A bundle whose envelope is sound and whose body is to be refused.
    static func invalid(_ failure: String, _ name: String, _ body: [UInt8]) throws -> Vector {
        Vector(name: name, bundle: try envelope(body).bytes, failure: failure)
    }
}
