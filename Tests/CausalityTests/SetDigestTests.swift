import Causality
import Testing

/// The digest of a set of live writes: the same set gives the same digest, on every machine and for
/// ever, since it travels.
struct SetDigestTests {
    private let a = ReplicaID(high: 1, low: 2)
    private let b = ReplicaID(high: 4, low: 5)
    private let time = HybridTime(rawValue: 1)

    private func clock(_ entries: [ClockEntry]) throws -> RowClock {
        try #require(RowClock(entries))
    }

    private func plain(_ dot: Dot, _ fields: FieldMask) -> ClockEntry {
        ClockEntry(dot: dot, time: time, fields: fields)
    }

    private func digest(_ clocks: [RowClock]) -> SetDigest {
        clocks.reduce(into: SetDigest()) { $0.add($1) }
    }

    private func members(_ elements: [Element]) throws -> RowClock {
        try clock([ClockEntry(dot: Dot(b, 6), time: time, fields: .row, elements: elements)])
    }

    @Test func `nothing is sixteen zeros, and bytes are read back`() throws {
        #expect(SetDigest().bytes == [UInt8](repeating: 0, count: 16))
        let digest = digest([try clock([plain(Dot(a, 3), .row)])])
        #expect(SetDigest(bytes: digest.bytes) == digest)
        let bytes = Array(UInt8(1)...16)
        #expect(SetDigest(bytes: bytes)?.bytes == bytes)
        #expect(SetDigest(bytes: bytes.dropLast()) == nil)
        #expect(SetDigest(bytes: bytes + [0]) == nil)
    }

    // Counted by another program from the description of the hash.
    @Test func `the digest of a known row is a known number`() throws {
        let row = try clock([
            plain(Dot(a, 3), [.row, .field(2)]),
            ClockEntry(
                dot: Dot(b, 6),
                time: time,
                fields: .row,
                elements: [
                    Element(tag: 4, key: Array("FT".utf8)),
                    Element(tag: 5, key: [7], increments: 8, decrements: 9),
                ]
            ),
        ])
        var number: UInt128 = 0
        for byte in digest([row]).bytes { number = number << 8 | UInt128(byte) }
        #expect(UInt64(truncatingIfNeeded: number >> 64) == 0x1887_8F34_EFC9_358B)
        #expect(UInt64(truncatingIfNeeded: number) == 0x9E09_179F_EAEC_3161)
    }

    @Test func `rows are added and taken away in any order, one write at a time or by rows`() throws
    {
        let left = try clock([plain(Dot(a, 3), [.row, .field(2)]), plain(Dot(b, 1), .field(3))])
        let right = try clock([plain(Dot(a, 4), .row)])
        #expect(digest([left, right]) == digest([right, left]))
        var digest = self.digest([left, right])
        digest.remove(left)
        #expect(digest == self.digest([right]))
        digest.replace(right, with: left)
        #expect(digest == self.digest([left]))
        var single = SetDigest()
        single.add(a, 3, [.row, .field(2)])
        single.add(b, 1, .field(3))
        #expect(single == digest)
        single.remove(b, 1, .field(3))
        #expect(single == self.digest([try clock([plain(Dot(a, 3), [.row, .field(2)])])]))
        single.add(self.digest([right]))
        single.add(b, 1, .field(3))
        #expect(single == self.digest([left, right]))
    }

    @Test func `a row that carries a mark of deletion counts for nothing`() throws {
        let deleted = try clock([plain(Dot(a, 3), [.row, .deletion]), plain(Dot(b, 1), .field(3))])
        #expect(digest([deleted]) == SetDigest())
    }

    @Test func `another name, cell, member, sum or length is another digest`() throws {
        var all: Set<SetDigest> = []
        let dots = [Dot(a, 3), Dot(a, 4), Dot(b, 3), Dot(ReplicaID(high: 2, low: 1), 3)]
        for dot in dots {
            for fields in [FieldMask.row, .field(1), [.row, .field(1)]] {
                all.insert(digest([try clock([plain(dot, fields)])]))
            }
        }
        let elements = [
            Element(tag: 4, key: []), Element(tag: 4, key: [0]), Element(tag: 4, key: [0, 0]),
            Element(tag: 4, key: [1, 2]), Element(tag: 4, key: [2, 1]), Element(tag: 5, key: []),
            Element(tag: 4, key: [], increments: 1), Element(tag: 4, key: [], decrements: 1),
        ]
        for element in elements { all.insert(digest([try members([element])])) }
        all.insert(digest([try members(elements)]))
        #expect(all.count == 12 + elements.count + 1)
    }
}
