import BundleFormat
import Causality
import Records

/// Draws deltas of every shape from a seed.
struct RandomDelta {
    private var draw: SplitMix64

    init(seed: UInt64) { draw = SplitMix64(state: seed) }

    private static let texts = [
        "", "Awa", "Élodie", "E\u{301}lodie", "BENALI", "\u{0}", "🏠",
        String(repeating: "ß", count: 70),
    ]
    private static let masks: [FieldMask] = [
        [.row, .field(1), .field(2), .field(3)], [.row, .field(2)], .row, .field(62),
        [.field(1), .field(61)],
    ]

    mutating func content() -> DeltaContent {
        let replicas = (0..<1 + draw.below(4)).map { ReplicaID(high: UInt64($0), low: draw.next()) }
        let target = vector(replicas)
        let base = draw.below(3) == 0 ? VersionVector() : below(target)
        var header = DeltaHeader(base: base, target: target)
        header.isSnapshot = base.isEmpty && draw.below(2) == 0
        if header.isSnapshot, draw.below(2) == 0 { header.freed = below(target) }
        header.digest = bytes(16)
        header.erasures = bytes(16)
        for replica in replicas where draw.below(4) == 0 {
            header.acknowledged.append(
                DeltaHeader.Acknowledgement(replica: replica, vector: vector(replicas))
            )
        }
        guard !target.isEmpty else { return DeltaContent(header) }
        let names = ["a", "note", "person", "zz_future"].filter { _ in draw.below(3) == 0 }
        return DeltaContent(
            header,
            names.map { DeltaContent.Group(name: $0, rows: rows(base, target)) }
        )
    }

    private mutating func vector(_ replicas: [ReplicaID]) -> VersionVector {
        var counters: [ReplicaID: UInt64] = [:]
        for replica in replicas {
            let large = draw.below(20) == 0 ? UInt64(Int64.max) - UInt64(draw.below(9)) : nil
            counters[replica] = large ?? UInt64(draw.below(40))
        }
        return VersionVector(counters)
    }

    private mutating func below(_ target: VersionVector) -> VersionVector {
        var counters: [ReplicaID: UInt64] = [:]
        for entry in target.entries { counters[entry.replica] = draw.next() % (entry.counter + 1) }
        return VersionVector(counters)
    }

    private mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: draw.next()) }
    }

    private mutating func rows(_ base: VersionVector, _ target: VersionVector) -> [RowDelta] {
        let count = 1 + (draw.below(10) == 0 ? draw.below(40) : draw.below(4))
        var ids: Set<[UInt8]> = []
        let isDense = draw.below(2) == 0
        for index in 0..<count {
            let last = isDense ? [UInt8(index)] : bytes(1)
            ids.insert([UInt8](repeating: 7, count: 15) + last)
        }
        return ids.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { id in
            row(id, base, target)
        }
    }

    private mutating func row(
        _ id: [UInt8],
        _ base: VersionVector,
        _ target: VersionVector
    ) -> RowDelta? {
        var entries: [Dot: ClockEntry] = [:]
        for _ in 0..<1 + (draw.below(3) == 0 ? draw.below(4) : 0) {
            let entry = entry(target)
            entries[entry.dot] = entry
        }
        guard let clock = RowClock(Array(entries.values)), let id = RecordID(bytes: id) else {
            return nil
        }
        let isWhole = draw.below(4) == 0
        let values = clock.entries.filter { isWhole || !base.covers($0.dot) }
            .flatMap { entry in entry.fields.tags.map { _ in value() } }
        return RowDelta(id: id, clock: clock, isWhole: isWhole, values: values)
    }

    private mutating func dot(_ target: VersionVector) -> Dot {
        let entry = target.entries[draw.below(target.entries.count)]
        return Dot(entry.replica, 1 + draw.next() % entry.counter)
    }

    private mutating func entry(_ target: VersionVector) -> ClockEntry {
        var fields = Self.masks[draw.below(Self.masks.count)]
        if draw.below(12) == 0 { fields = FieldMask(rawValue: draw.next() | 1) }
        if draw.below(8) == 0 { fields.insert(.deletion) }
        var elements: Set<Element> = []
        for _ in 0..<(draw.below(5) == 0 ? draw.below(4) : 0) { elements.insert(element()) }
        var cells: Set<[UInt8]> = []
        let distinct = elements.filter { cells.insert([$0.tag] + $0.key).inserted }
        let isDeletion = fields.contains(.deletion)
        let buried = Set((0..<(isDeletion ? draw.below(4) : 0)).map { _ in dot(target) })
        return ClockEntry(
            dot: dot(target),
            time: HybridTime(rawValue: draw.below(3) == 0 ? draw.next() : 116_000_000_000_000_000),
            fields: fields,
            elements: distinct.sorted(),
            buried: buried.sorted()
        )
    }

    private mutating func element() -> Element {
        let isShare = draw.below(2) == 0
        return Element(
            tag: UInt8(1 + draw.below(62)),
            key: bytes(draw.below(5)),
            increments: isShare ? draw.next() : 0,
            decrements: isShare ? UInt64(draw.below(5)) : 0
        )
    }

    private mutating func value() -> Value {
        switch draw.below(12) {
        case 0...1: .null
        case 2...3: .integer(Int64(draw.below(7)))
        case 4: .integer(Int64(bitPattern: draw.next()))
        case 5: [.integer(.min), .integer(.max), -1][draw.below(3)]
        case 6: .blob(bytes(draw.below(20)))
        default: .text(Self.texts[draw.below(Self.texts.count)])
        }
    }
}
