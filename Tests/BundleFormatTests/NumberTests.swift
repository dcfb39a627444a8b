import BundleFormat
import Causality
import Records
import Testing

/// Numbers, values and vectors in their one accepted form.
struct NumberTests {
    private static let edges: [UInt64] = [
        0, 1, 127, 128, 16_383, 16_384, 1 << 31, 1 << 32, 1 << 53, 1 << 63 - 1, 1 << 63, .max,
    ]

    @Test(arguments: edges)
    func `a number is read back at every boundary`(_ number: UInt64) throws {
        var writer = ByteWriter()
        writer.varint(number)
        var reader = ByteReader(writer.bytes)
        #expect(try reader.varint() == number)
        #expect(reader.isAtEnd)
    }

    @Test func `a longer form of the same number is refused`() {
        for bytes: [UInt8] in [
            [0x80, 0x00], [0xFF, 0x80, 0x00], [UInt8](repeating: 0xFF, count: 10),
            [UInt8](repeating: 0x80, count: 11),
        ] {
            var reader = ByteReader(bytes)
            #expect(throws: FormatFailure.badNumber) { try reader.varint() }
        }
    }

    @Test func `values are read back, and text must be UTF-8`() throws {
        let values: [Value] = [
            .null, 0, -1, .integer(.min), .integer(.max), "", "é\u{0}ß", .blob([]),
            .blob([0, 255]),
        ]
        var writer = ByteWriter()
        for value in values { writer.value(value) }
        var reader = ByteReader(writer.bytes)
        for value in values { #expect(try reader.value() == value) }
        #expect(reader.isAtEnd)
        var bad = ByteReader([2, 2, 0xC3, 0x28])
        #expect(throws: FormatFailure.badText) { try bad.value() }
        var unknown = ByteReader([9])
        #expect(throws: FormatFailure.notCanonical("a value")) { try unknown.value() }
    }

    @Test func `a vector out of order, or with a zero, is refused`() {
        let a = ReplicaID(high: 0, low: 1)
        let b = ReplicaID(high: 0, low: 2)
        for (first, second, counter) in [(b, a, UInt64(1)), (a, a, 1), (a, b, 0)] {
            var writer = ByteWriter()
            writer.count(2)
            writer.replica(first)
            writer.varint(1)
            writer.replica(second)
            writer.varint(counter)
            var reader = ByteReader(writer.bytes)
            #expect(throws: FormatFailure.notCanonical("a version vector")) {
                try reader.vector()
            }
        }
    }

    @Test func `a count of more things than there are bytes is refused at once`() {
        var writer = ByteWriter()
        writer.varint(1 << 40)
        var reader = ByteReader(writer.bytes)
        #expect(throws: FormatFailure.truncated) { try reader.count("rows") }
    }
}
