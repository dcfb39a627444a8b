import BundleFormat
import Causality
import Records

/// Bundles that every reader refuses, each with the name of the failure.
enum InvalidVectors {
    private static let canonical = "not-canonical"

    static func all() throws -> [Vector] {
        try envelopes() + sections() + headers() + blocks() + writes() + elements() + columns()
            + texts()
    }

    // MARK: Sketches

    private static let header = HeaderSketch().bytes

    private static func header(_ change: (inout HeaderSketch) -> Void) -> [UInt8] {
        var sketch = HeaderSketch()
        change(&sketch)
        return RawDelta([sketch.bytes]).stored
    }

    private static func block(_ change: (inout BlockSketch) -> Void) -> [UInt8] {
        var sketch = BlockSketch()
        change(&sketch)
        return RawDelta([header, sketch.bytes]).stored
    }

    /// A block whose one column has these bytes, of so many rows.
    private static func column(_ rows: Int, _ bytes: [UInt8]) -> [UInt8] {
        block { sketch in
            sketch.ids = (0..<rows).map { UInt8($0) }
            sketch.places = .init(repeating: 0, count: rows)
            sketch.counters = .init(repeating: 1, count: rows)
            sketch.times = .init(repeating: 0, count: rows)
            sketch.columns = bytes
        }
    }

    private static func body(_ bytes: [UInt8]...) -> [UInt8] { bytes.flatMap { $0 } }

    // MARK: The envelope

    private static func envelopes() throws -> [Vector] {
        let sound = try Vector.envelope(RawDelta([header, BlockSketch().bytes]).stored).bytes
        func altered(_ failure: String, _ name: String, _ change: (inout [UInt8]) -> Void) -> Vector
        {
            var bytes = sound
            change(&bytes)
            return Vector(name: name, bundle: bytes, failure: failure)
        }
        return [
            Vector(name: "nothing", bundle: [], failure: "truncated"),
            altered("truncated", "half") { $0.removeLast($0.count / 2) },
            altered("truncated", "last-byte") { $0.removeLast() },
            altered("trailing-data", "envelope") { $0.append(0) },
            altered("bad-magic", "envelope") { $0[0] = 0x70 },
            altered("unsupported-version", "envelope") { $0[10] = 9 },
            altered("unknown-kind", "envelope") { $0[11] = 77 },
            altered("digest-mismatch", "body") { $0[$0.count - 34] ^= 1 },
            altered("digest-mismatch", "digest") { $0[$0.count - 1] ^= 1 },
            altered(canonical, "partition") { $0[13] = 0x4C },
            altered("bad-text", "partition-code") { $0[39] = 0xFF },
            altered("limit", "partition-kind") { $0[12] = 17 },
            altered(canonical, "sequence-zero") { $0[56] = 0 },
            altered("bad-number", "sequence") { $0.replaceSubrange(56...56, with: [0xA9, 0]) },
            altered("limit", "body-length") {
                $0.replaceSubrange(93..., with: [0x81, 0x80, 0x80, 0x80, 0x02])
            },
        ]
    }

    // MARK: Sections

    /// 4,096 zeros as a frame of zstd.
    private static let zeros: [UInt8] = [
        0x28, 0xB5, 0x2F, 0xFD, 0x60, 0x00, 0x0F, 0x4D, 0x00, 0x00, 0x10, 0x00, 0x00, 0x01, 0x00,
        0xFB, 0xF7, 0x01, 0x16,
    ]

    private static func sections() throws -> [Vector] {
        let stored = RawDelta([header, BlockSketch().bytes]).stored
        let start = RawDelta([header]).stored.dropLast()
        return try [
            .invalid("truncated", "body", []),
            .invalid("unsupported-version", "delta", [2] + stored.dropFirst()),
            .invalid(canonical, "no-header", [1, 0]),
            .invalid("truncated", "no-end", Array(stored.dropLast())),
            .invalid("trailing-data", "delta", stored + [0]),
            .invalid(canonical, "mark", Array(stored.dropLast()) + [3]),
            .invalid("bad-number", "section-length", body(Array(start), [1, 0x80, 0x00, 0])),
            .invalid("truncated", "section", body(Array(start), [1, 0x40, 0])),
            .invalid("limit", "section", body(Array(start), [1, 0x81, 0x80, 0x80, 0x10])),
            .invalid("limit", "frame", body(Array(start), [2, 0x81, 0x80, 0x80, 0x10, 0])),
            .invalid(
                "limit",
                "expansion",
                body(Array(start), [2, 0x80, 0x80, 0x80, 0x02, 19], zeros, [0])
            ),
            .invalid(
                "bad-compression",
                "size",
                body(Array(start), [2, 0x81, 0x20, 19], zeros, [0])
            ),
            .invalid("bad-compression", "noise", body(Array(start), [2, 4, 4, 1, 2, 3, 4, 0])),
            .invalid("bad-compression", "empty", body(Array(start), [2, 0, 0, 0])),
            .invalid(
                "bad-compression",
                "two-frames",
                body(Array(start), [2, 0x80, 0x20, 38], zeros, zeros, [0])
            ),
        ]
    }

    // MARK: The header

    private static func headers() throws -> [Vector] {
        try [
            .invalid(canonical, "header-flags", header { $0.flags = 2 }),
            .invalid(
                canonical,
                "snapshot-with-base",
                header {
                    $0.flags = 1
                    $0.missing = [9, 8]
                }
            ),
            .invalid(canonical, "replicas-order", header { $0.replicas = [2, 1] }),
            .invalid(canonical, "replica-twice", header { $0.replicas = [1, 1] }),
            .invalid(
                canonical,
                "replica-unused",
                header {
                    $0.targets = [9, 0]
                    $0.missing = [9, 0]
                }
            ),
            .invalid(
                canonical,
                "counter-past-63-bits",
                header {
                    $0.targets = [9, 1 << 63]
                    $0.missing = [9, 1 << 63]
                }
            ),
            .invalid(canonical, "target-behind-base", header { $0.missing = [9, 10] }),
            .invalid("truncated", "digest", header { $0.digestLength = 0 }),
            .invalid("trailing-data", "header", RawDelta([header + [0]]).stored),
            .invalid(
                canonical,
                "acknowledged-twice",
                header {
                    $0.acknowledged = [[0, 0, 0], [0, 0, 0]]
                }
            ),
            .invalid(canonical, "acknowledged-place", header { $0.acknowledged = [[2, 0, 0]] }),
            .invalid(canonical, "freed-of-delta", header { ($0.flags, $0.freed) = (2, [1, 1]) }),
            .invalid(canonical, "freed-nothing", header { ($0.flags, $0.freed) = (3, [0, 0]) }),
            .invalid(
                canonical,
                "freed-past-target",
                header { ($0.flags, $0.freed) = (3, [1, 10]) }
            ),
            .invalid(
                canonical,
                "acknowledged-counter",
                header {
                    $0.acknowledged = [[0, 0, 10]]
                }
            ),
            .invalid(
                "limit",
                "replicas",
                header {
                    $0.replicas = (1...1_025).map { UInt64($0) }
                    $0.targets = .init(repeating: 1, count: 1_025)
                    $0.missing = $0.targets
                }
            ),
        ]
    }

    // MARK: Blocks and rows

    private static func blocks() throws -> [Vector] {
        let one = BlockSketch().bytes
        func named(_ name: String) -> [UInt8] {
            var sketch = BlockSketch()
            sketch.name = name
            return sketch.bytes
        }
        return try [
            .invalid("truncated", "block", RawDelta([header, []]).stored),
            .invalid("trailing-data", "block", RawDelta([header, one + [0]]).stored),
            .invalid(canonical, "name-empty", block { $0.name = "" }),
            .invalid("limit", "name", block { $0.name = String(repeating: "a", count: 65) }),
            .invalid(canonical, "rows-none", block { $0.rowCount = 0 }),
            .invalid("limit", "rows", block { $0.rowCount = 4_097 }),
            .invalid(canonical, "block-flags", block { $0.flags = 4 }),
            .invalid(
                canonical,
                "rows-order",
                block {
                    $0.ids = [2, 1]
                    $0.places = [0, 0]
                    $0.counters = [1, 1]
                    $0.times = [0, 0]
                }
            ),
            .invalid(
                canonical,
                "row-twice",
                block {
                    $0.ids = [1, 1]
                    $0.places = [0, 0]
                    $0.counters = [1, 1]
                    $0.times = [0, 0]
                }
            ),
            .invalid(canonical, "block-not-full", RawDelta([header, one, one]).stored),
            .invalid(
                canonical,
                "collections-order",
                RawDelta([header, named("person"), named("note")]).stored
            ),
            .invalid(
                canonical,
                "collection-twice",
                RawDelta([header, named("a"), named("b"), named("a")]).stored
            ),
            .invalid(
                canonical,
                "heads-needless",
                block {
                    $0.flags = 1
                    $0.heads = [2]
                }
            ),
            .invalid(
                canonical,
                "row-without-writes",
                block {
                    $0.flags = 1
                    $0.heads = [1]
                }
            ),
            .invalid(
                "limit",
                "live-writes",
                block {
                    $0.flags = 1
                    $0.heads = [4_097 << 1]
                }
            ),
        ]
    }

    // MARK: Writes

    private static func writes() throws -> [Vector] {
        func two(_ change: @escaping (inout BlockSketch) -> Void) -> [UInt8] {
            block {
                $0.flags = 1
                $0.heads = [4]
                $0.places = [0, 1]
                $0.counters = [1, 1]
                $0.times = [0, 0]
                $0.columns = [1, 0, 10, 10]
                change(&$0)
            }
        }
        return try [
            .invalid(canonical, "shapes-none", block { $0.shapes = [] }),
            .invalid(
                canonical,
                "shape-twice",
                two {
                    $0.shapes = [3, 3]
                    $0.shapeOfEntry = [0, 1]
                }
            ),
            .invalid(
                canonical,
                "shape-unused",
                two {
                    $0.shapes = [3, 2]
                    $0.shapeOfEntry = [0, 0]
                }
            ),
            .invalid(
                canonical,
                "shapes-order",
                two {
                    $0.shapes = [3, 2]
                    $0.shapeOfEntry = [1, 0]
                }
            ),
            .invalid("limit", "shapes", block { $0.shapes = [3, 2] }),
            .invalid(canonical, "place", block { $0.places = [2] }),
            .invalid(canonical, "counter-zero", block { $0.counters = [0] }),
            .invalid(canonical, "dot-past-target", block { $0.counters = [10] }),
            .invalid(canonical, "writes-order", two { $0.places = [1, 0] }),
            .invalid(
                canonical,
                "write-twice",
                two {
                    $0.places = [0, 0]
                    $0.counters = [1, 0]
                }
            ),
            .invalid(
                canonical,
                "write-spent",
                block {
                    $0.shapes = [0]
                    $0.columns = []
                }
            ),
            .invalid(
                "bad-number",
                "time",
                block {
                    // The last number of the writes, in a form longer than it needs.
                    $0.times = []
                    $0.columns = [0x85, 0x00, 1, 0, 10]
                }
            ),
        ]
    }

    // MARK: Elements and buried writes

    private static func elements() throws -> [Vector] {
        func with(_ counts: [UInt64], _ bytes: [UInt8]) -> [UInt8] {
            block {
                $0.flags = 2
                $0.elementCounts = counts
                $0.elements = bytes
            }
        }
        func burying(_ counts: [UInt64], _ numbers: [UInt64]) -> [UInt8] {
            block {
                $0.shapes = [1 << 63 | 1]
                $0.buriedCounts = counts
                $0.buried = numbers
                $0.columns = []
            }
        }
        return try [
            .invalid(canonical, "elements-none", with([0], [])),
            .invalid(canonical, "element-tag-0", with([1], [0, 1, 0, 0, 65])),
            .invalid(canonical, "element-tag-63", with([1], [63, 1, 0, 0, 65])),
            .invalid(canonical, "elements-order", with([2], [4, 4, 1, 1, 0, 0, 0, 0, 66, 65])),
            .invalid(canonical, "element-twice", with([2], [4, 4, 1, 1, 0, 0, 0, 0, 65, 65])),
            .invalid("limit", "element-key", with([1], [4, 0x81, 0x20, 0, 0])),
            .invalid("truncated", "element-key", with([1], [4, 0x40, 0, 0])),
            .invalid("truncated", "elements", with([0x70], [])),
            .invalid(canonical, "buried-order", burying([2], [0, 0, 2, 1])),
            .invalid(canonical, "buried-twice", burying([2], [0, 0, 1, 1])),
            .invalid(canonical, "buried-past-target", burying([1], [0, 10])),
            .invalid(canonical, "buried-counter-zero", burying([1], [0, 0])),
            .invalid(canonical, "buried-place", burying([1], [7, 1])),
            .invalid("limit", "buried", burying([4_097], [])),
        ]
    }

    // MARK: Columns

    private static func columns() throws -> [Vector] {
        try [
            .invalid(canonical, "column-kind", column(1, [5])),
            .invalid("truncated", "column", column(1, [])),
            .invalid(canonical, "mixed-needless", column(2, [4, 1, 1, 0, 2, 4])),
            .invalid(canonical, "mixed-kind", column(2, [4, 0, 4])),
            .invalid(canonical, "integer-layout", column(1, [1, 2, 10])),
            .invalid(canonical, "differences-needless", column(2, [1, 1, 10, 0])),
            .invalid(canonical, "differences-missing", column(2, [1, 0, 0x80, 8, 0x80, 8])),
            .invalid("bad-number", "integer", column(1, [1, 0, 0x8A, 0x00])),
            .invalid(
                "bad-number",
                "integer-past-64-bits",
                column(1, [1, 0] + [UInt8](repeating: 0xFF, count: 9) + [2])
            ),
            .invalid(canonical, "text-layout", column(1, [2, 2, 1, 65])),
            .invalid(canonical, "dictionary-missing", column(2, [2, 0, 1, 1, 65, 65])),
            .invalid("limit", "dictionary-needless", column(2, [2, 1, 2, 1, 1, 65, 66, 0, 1])),
            .invalid(canonical, "dictionary-empty", column(2, [2, 1, 0, 0, 0])),
            .invalid(
                canonical,
                "dictionary-twice",
                column(4, [2, 1, 2, 1, 1, 65, 65, 0, 1, 0, 1])
            ),
            .invalid(
                canonical,
                "dictionary-order",
                column(4, [2, 1, 2, 1, 1, 65, 66, 1, 0, 0, 1])
            ),
            .invalid(
                canonical,
                "dictionary-unused",
                column(4, [2, 1, 2, 1, 1, 65, 66, 0, 0, 0, 0])
            ),
            .invalid(canonical, "dictionary-index", column(2, [2, 1, 1, 1, 65, 0, 1])),
            .invalid("truncated", "dictionary-index", column(2, [2, 1, 1, 1, 65, 0])),
            .invalid("truncated", "text", column(1, [2, 0, 2, 65])),
        ]
    }

    private static func texts() throws -> [Vector] {
        try [
            .invalid("bad-text", "text", column(1, [2, 0, 2, 0xC3, 0x28])),
            .invalid("bad-text", "text-split", column(2, [2, 0, 1, 1, 0xC3, 0xA9])),
            .invalid("bad-text", "text-surrogate", column(1, [2, 0, 3, 0xED, 0xA0, 0x80])),
            .invalid("bad-text", "text-overlong", column(1, [2, 0, 2, 0xC1, 0x81])),
            .invalid("bad-text", "dictionary", column(2, [2, 1, 1, 1, 0xFF, 0, 0])),
            .invalid(
                "bad-text",
                "name",
                RawDelta([header, [1, 0xFF] + BlockSketch(name: "a").bytes.dropFirst(2)]).stored
            ),
        ]
    }
}
