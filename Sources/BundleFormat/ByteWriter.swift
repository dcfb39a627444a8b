import Causality
import Records

/// Builds bytes: fixed numbers big-endian, other numbers as LEB128 in their shortest form.
package struct ByteWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    package mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    package mutating func raw(_ other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }

    package mutating func varint(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Writes 64 bits as a number of either sign, the sign in the lowest bit, so that numbers near 0
    /// are short.
    package mutating func zigzag(_ number: UInt64) { varint(Self.folded(number)) }

    static func folded(_ number: UInt64) -> UInt64 { number << 1 ^ (0 &- number >> 63) }

    package mutating func count(_ count: Int) { varint(UInt64(count)) }

    package mutating func fixed64(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func replica(_ replica: ReplicaID) {
        fixed64(replica.high)
        fixed64(replica.low)
    }

    package mutating func lengthPrefixed(_ other: some Collection<UInt8>) {
        count(other.count)
        bytes.append(contentsOf: other)
    }

    package mutating func text(_ text: String) {
        lengthPrefixed(text.utf8)
    }

    package mutating func vector(_ vector: VersionVector) {
        count(vector.entries.count)
        for entry in vector.entries {
            replica(entry.replica)
            varint(entry.counter)
        }
    }

    package mutating func value(_ value: Value) {
        switch value {
        case .null:
            byte(0)
        case .integer(let number):
            byte(1)
            zigzag(UInt64(bitPattern: number))
        case .text(let text):
            byte(2)
            self.text(text)
        case .blob(let bytes):
            byte(3)
            lengthPrefixed(bytes)
        }
    }
}

extension ByteWriter {
    /// The bytes of a version vector by itself.
    package static func bytes(of vector: VersionVector) -> [UInt8] {
        var writer = ByteWriter()
        writer.vector(vector)
        return writer.bytes
    }
}
