import BundleFormat
import Causality
import Records
import Testing

/// The sound bundles of sync-fixtures/format: everybody in them is invented.
enum ValidVectors {
    private static let (a, b) = (Vector.a, Vector.b)
    private static let target = VersionVector([a: 9, b: 9])
    private static let time = HybridTime(rawValue: 1_770_710_400_000 << 16)
    private static let fresh: FieldMask = [.row, .field(1), .field(2), .field(3)]

    static func all() throws -> [Vector] {
        try deltas() + acknowledgements() + texts() + extremes() + others()
    }

    private static func write(
        _ dot: Dot,
        _ fields: FieldMask,
        later: UInt64 = 0,
        elements: [Element] = [],
        buried: [Dot] = []
    ) -> ClockEntry {
        ClockEntry(
            dot: dot,
            time: HybridTime(rawValue: time.rawValue + later),
            fields: fields,
            elements: elements,
            buried: buried
        )
    }

    private static func row(
        _ last: UInt8,
        _ entries: [ClockEntry],
        isWhole: Bool = false,
        _ values: [Value] = []
    ) throws -> RowDelta {
        RowDelta(
            id: try #require(
                RecordID(bytes: [1, 0x9C] + [UInt8](repeating: 7, count: 13) + [last])
            ),
            clock: try #require(RowClock(entries)),
            isWhole: isWhole,
            values: values
        )
    }

    private static func content(
        _ name: String,
        _ rows: [RowDelta],
        base: VersionVector = VersionVector(),
        isSnapshot: Bool = false
    ) -> DeltaContent {
        var header = DeltaHeader(base: base, target: target, isSnapshot: isSnapshot)
        header.digest = (0..<16).map { 0xD0 + $0 }
        header.erasures = (0..<16).map { 0xE0 + $0 }
        return DeltaContent(header, [DeltaContent.Group(name: name, rows: rows)])
    }

    private static func freshRows() throws -> [RowDelta] {
        let people: [(Value, Value)] = [
            ("Awa", "BENALI"), ("Élodie", "JOLY"), ("Awa", "JOLY"), (nil, "BENALI"),
        ]
        return try people.enumerated().map { index, person in
            try row(
                UInt8(index),
                [write(Dot(a, UInt64(index) + 1), fresh, later: UInt64(index))],
                [person.0, person.1, .integer(Int64(index) + 1_950)]
            )
        }
    }

    private static func deltas() throws -> [Vector] {
        let base = VersionVector([a: 5, b: 7])
        let updated = try row(
            3,
            [write(Dot(a, 2), fresh), write(Dot(b, 8), [.row, .field(2)])],
            ["PETIT"]
        )
        let whole = try row(
            4,
            [write(Dot(a, 3), [.row, .field(1)]), write(Dot(b, 9), .field(2))],
            isWhole: true,
            ["Zoé", nil]
        )
        let siblings = try row(
            1,
            [
                write(Dot(a, 8), [.row, .field(1), .field(2)], later: 70_000),
                write(Dot(b, 8), [.row, .field(1)]), write(Dot(b, 9), .field(2), later: 9),
            ],
            ["Oumar", "TRAORE", "Omar", "TRAORÉ"]
        )
        return [
            try .valid("empty", DeltaContent(DeltaHeader(base: target, target: target))),
            try .valid(
                "nothing",
                DeltaContent(DeltaHeader(base: VersionVector(), target: VersionVector()))
            ),
            try .valid("fresh", content("person", freshRows())),
            try .valid("snapshot", content("person", freshRows(), isSnapshot: true)),
            try .valid("updates", content("person", [updated, whole], base: base)),
            try .valid("siblings", content("person", [siblings])),
            try .valid("elements", content("person", elementRows())),
            try .valid("deletion", content("person", deletedRows(), base: base)),
            try .valid("unknown", unknown()),
        ]
    }

    private static func elementRows() throws -> [RowDelta] {
        let set = [
            Element(tag: 4, key: Array("fibre".utf8)), Element(tag: 4, key: Array("ménage".utf8)),
        ]
        let share = Element(tag: 5, key: b.bytes, increments: 12, decrements: .max)
        return [
            try row(1, [write(Dot(a, 1), .row, elements: set)]),
            try row(2, [write(Dot(b, 2), [.row, .field(1)], elements: [share])], ["Lina"]),
            try row(3, [write(Dot(b, 3), [], elements: [Element(tag: 62, key: [])])]),
            try row(4, [write(Dot(b, 4), .field(1))], ["Lina"]),
        ]
    }

    private static func deletedRows() throws -> [RowDelta] {
        let mark = write(Dot(b, 9), [.row, .deletion], buried: [Dot(a, 1), Dot(a, 5), Dot(b, 8)])
        let bare = write(Dot(a, 9), .deletion)
        return [
            try row(1, [write(Dot(a, 1), fresh), mark]),
            try row(2, [write(Dot(a, 6), .field(1)), bare], [nil]),
        ]
    }

    /// A collection and fields that no schema of today has.
    private static func unknown() throws -> DeltaContent {
        let future = try row(
            9,
            [write(Dot(a, 4), [.row, .field(61), .field(62)])],
            [.blob([0, 255]), "demain"]
        )
        var content = content("person", try freshRows())
        content.collections.append(DeltaContent.Group(name: "zz_future", rows: [future]))
        content.collections.insert(DeltaContent.Group(name: "Été", rows: [future]), at: 2)
        return content
    }

    private static func acknowledgements() throws -> [Vector] {
        let c = ReplicaID(high: .max, low: 0)
        let d = ReplicaID(high: .max, low: .max)
        var content = content("person", try freshRows())
        content.header.acknowledged = [
            DeltaHeader.Acknowledgement(replica: a, vector: VersionVector([a: 9, b: 3])),
            DeltaHeader.Acknowledgement(
                replica: c,
                vector: VersionVector([a: 11, d: UInt64(Int64.max)])
            ),
            DeltaHeader.Acknowledgement(replica: d, vector: VersionVector()),
        ]
        var snapshot = content
        snapshot.header.isSnapshot = true
        snapshot.header.freed = VersionVector([b: 2])
        return [try .valid("acknowledged", content), try .valid("freed", snapshot)]
    }

    private static func texts() throws -> [Vector] {
        let texts: [Value] = [
            "", "caf\u{E9}", "cafe\u{301}", "\u{0}", "🏠", "\u{FFFF}\u{10FFFF}", "caf\u{E9}",
        ]
        let rows = try texts.enumerated().map { index, text in
            try row(UInt8(index), [write(Dot(a, UInt64(index) + 1), .field(1))], [text])
        }
        let repeated = try (0..<9).map { index in
            let values: [Value] = [["M.", "Mme", nil][index % 3], .blob([UInt8(index % 2)]), "x"]
            return try row(UInt8(index), [write(Dot(b, UInt64(index) + 1), fresh)], values)
        }
        return [
            try .valid("texts", content("person", rows)),
            try .valid("dictionaries", content("person", repeated)),
        ]
    }

    private static func extremes() throws -> [Vector] {
        let numbers: [Value] = [
            .integer(.min), .integer(.max), 0, -1, 63, 64, -64, -65, .integer(1 << 53),
        ]
        let mixed: [Value] = [
            .integer(.min), nil, "é", .blob([]), .integer(.max), "è", nil, 0, .blob([0]),
        ]
        let rows = try numbers.indices.map { index in
            let entry = ClockEntry(
                dot: Dot([a, b][index % 2], UInt64(9 - index)),
                time: HybridTime(rawValue: [0, .max, 1 << 63][index % 3]),
                fields: [.field(1), .field(2), .field(3)]
            )
            return try row(
                UInt8(index * 31),
                [entry],
                [numbers[index], mixed[index], .integer(1_770_710_400_000 + Int64(index))]
            )
        }
        return [try .valid("extremes", content("person", rows))]
    }

    /// Format 0, as it was written, and a bundle that is no delta.
    private static func others() throws -> [Vector] {
        var old = ByteWriter()
        old.byte(0)
        old.vector(VersionVector([a: 1]))
        old.vector(target)
        for (name, last, value) in [("person", UInt8(2), Value("Awa")), ("note", 1, .integer(-7))] {
            old.byte(1)
            old.text(name)
            old.byte(2)
            old.raw([UInt8](repeating: 0, count: 15) + [last])
            old.count(2)
            for (place, fields) in [(UInt64(0), UInt64(6)), (1, 3)] {
                old.varint(place)
                old.varint(1)
                old.varint(time.rawValue)
                old.varint(fields)
                old.elements([])
            }
            old.value(value)
        }
        old.byte(0)
        let base = VersionVector([a: 1])
        let statement = Envelope(
            kind: .statement,
            partition: try Vector.envelope([]).partition,
            sender: b,
            sequence: 1,
            base: VersionVector(),
            target: VersionVector(),
            body: Array("{}".utf8)
        )
        return [
            Vector(name: "format-0", bundle: try Vector.envelope(old.bytes, base: base).bytes),
            Vector(name: "statement", bundle: statement.bytes),
        ]
    }
}
