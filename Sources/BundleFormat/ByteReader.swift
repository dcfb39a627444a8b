import Causality
import Records

/// Reads bytes back, never past their end, accepting only what ``ByteWriter`` can write.
package struct ByteReader: Sendable {
    private let bytes: [UInt8]
    private var index: Int
    private let end: Int

    package init(_ bytes: [UInt8]) { self.init(bytes, from: 0, to: bytes.count) }

    package init(_ bytes: [UInt8], from start: Int, to end: Int) {
        self.bytes = bytes
        self.index = min(start, bytes.count)
        self.end = min(end, bytes.count)
    }

    /// Where the next byte stands.
    package var offset: Int { index }

    package var isAtEnd: Bool { index == end }

    package mutating func byte() throws(FormatFailure) -> UInt8 {
        guard index < end else { throw .truncated }
        defer { index += 1 }
        return bytes[index]
    }

    package mutating func raw(_ count: Int) throws(FormatFailure) -> ArraySlice<UInt8> {
        guard count >= 0, count <= end - index else { throw .truncated }
        defer { index += count }
        return bytes[index..<index + count]
    }

    package mutating func varint() throws(FormatFailure) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 63 || next <= 1 else { throw .badNumber }
            number |= UInt64(next & 0x7F) << shift
            if next < 0x80 {
                guard next != 0 || shift == 0 else { throw .badNumber }
                return number
            }
            shift += 7
            guard shift <= 63 else { throw .badNumber }
        }
    }

    /// A number of either sign, as ``ByteWriter/zigzag(_:)`` writes it.
    package mutating func zigzag() throws(FormatFailure) -> UInt64 {
        let folded = try varint()
        return folded >> 1 ^ (0 &- (folded & 1))
    }

    /// A count of things of at least one byte each, so never more than the bytes that are left.
    package mutating func count(
        _ what: String,
        limit: Int = .max
    ) throws(FormatFailure) -> Int {
        let number = try varint()
        guard number <= UInt64(limit) else {
            throw .limit(what: what, value: number, limit: UInt64(limit))
        }
        guard number <= UInt64(end - index) else { throw .truncated }
        return Int(number)
    }

    package mutating func fixed64() throws(FormatFailure) -> UInt64 {
        guard end - index >= 8 else { throw .truncated }
        var number: UInt64 = 0
        for _ in 0..<8 {
            number = number << 8 | UInt64(bytes[index])
            index += 1
        }
        return number
    }

    package mutating func replica() throws(FormatFailure) -> ReplicaID {
        ReplicaID(high: try fixed64(), low: try fixed64())
    }

    package mutating func recordID() throws(FormatFailure) -> RecordID {
        guard let id = RecordID(bytes: try raw(16)) else { throw .truncated }
        return id
    }

    package mutating func text(limit: Int = .max) throws(FormatFailure) -> String {
        let length = try count("a text", limit: limit)
        guard length <= end - index else { throw .truncated }
        defer { index += length }
        // Much quicker than String(validating:as:), which is generic and not specialised.
        let (bytes, start) = (bytes, index)
        let span = bytes.span.extracting(start..<start + length)
        guard let text = try? UTF8Span(validating: span) else { throw .badText }
        return String(copying: text)
    }

    package mutating func vector(limit: Int = 1_024) throws(FormatFailure) -> VersionVector {
        var vector = VersionVector()
        var last: ReplicaID?
        for _ in 0..<(try count("replicas", limit: limit)) {
            let replica = try replica()
            let counter = try varint()
            guard counter > 0, counter <= UInt64(Int64.max), last.map({ $0 < replica }) ?? true
            else {
                throw .notCanonical("a version vector")
            }
            vector.include(Dot(replica, counter))
            last = replica
        }
        return vector
    }

    package mutating func value() throws(FormatFailure) -> Value {
        switch try byte() {
        case 0: return .null
        case 1: return .integer(Int64(bitPattern: try zigzag()))
        case 2: return .text(try text())
        case 3: return .blob(Array(try raw(try count("bytes"))))
        default: throw .notCanonical("a value")
        }
    }
}
