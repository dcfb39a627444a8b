import BundleFormat
import Causality

/// What the small file beside the store says: which tokens the store may hold, and how many writes
/// its replica had made at least.
struct IncarnationMarker: Equatable {
    static let maximumBytes = 256
    private static let version: UInt8 = 1
    static let tokenLength = 16

    let replica: ReplicaID
    let counter: UInt64
    let tokens: [[UInt8]]

    init(replica: ReplicaID, counter: UInt64, tokens: [[UInt8]]) {
        self.replica = replica
        self.counter = counter
        self.tokens = tokens
    }

    /// Reads the file; nil where it is not whole.
    init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        do {
            guard try reader.byte() == Self.version else { return nil }
            replica = try reader.replica()
            counter = try reader.varint()
            tokens = try (0..<(try reader.count("tokens"))).map { _ in
                Array(try reader.raw(Self.tokenLength))
            }
        } catch {
            return nil
        }
        guard reader.isAtEnd else { return nil }
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.byte(Self.version)
        writer.replica(replica)
        writer.varint(counter)
        writer.count(tokens.count)
        for token in tokens { writer.raw(token) }
        return writer.bytes
    }
}
