/// The name of one replica: 128 random bits, drawn when the replica is created.
///
/// Replica identifiers are ordered as unsigned big-endian numbers; the order decides a tie between
/// two concurrent writes that carry the same ``HybridTime``, so it must be the same everywhere.
public struct ReplicaID: Hashable, Sendable {
    /// The first eight bytes, big-endian.
    public let high: UInt64
    /// The last eight bytes, big-endian.
    public let low: UInt64

    /// Creates an identifier from its two halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Creates an identifier from exactly sixteen bytes, or returns nil for any other length.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        for (index, byte) in bytes.enumerated() {
            if index < 8 {
                halves.0 = halves.0 << 8 | UInt64(byte)
            } else {
                halves.1 = halves.1 << 8 | UInt64(byte)
            }
        }
        self.init(high: halves.0, low: halves.1)
    }

    /// The sixteen bytes of the identifier, big-endian.
    public var bytes: [UInt8] {
        [high, low].flatMap { half in
            (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * UInt64($0))) }
        }
    }
}

extension ReplicaID: Comparable {
    /// Orders identifiers as unsigned numbers.
    public static func < (left: ReplicaID, right: ReplicaID) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }
}

extension ReplicaID: CustomStringConvertible {
    /// The identifier as thirty-two hexadecimal digits.
    public var description: String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// The first eight hexadecimal digits: enough to name a replica to a person.
    public var short: String { String(description.prefix(8)) }
}
