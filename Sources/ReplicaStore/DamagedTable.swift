import GRDB
import Records

/// A table of a damaged file, read around the damage: range by range on its identities.
struct DamagedTable {
    /// The most ranges that are tried between two unreadable places.
    private static let mostProbes = 2_000

    let database: Database
    let name: String
    /// The columns to read; the identity comes first.
    let columns: [String]
    /// What narrows the table to one collection, as SQL.
    var filter = "true"

    /// Hands over each row that can be read, some of them twice; whether all of the table was read.
    func read(_ take: (RawStatement) throws -> Void) throws -> Bool {
        var first: [UInt8]?
        if try readThrough("id IS NOT NULL ORDER BY id", [], &first, take) { return true }
        var last: [UInt8]?
        _ = try readThrough("id IS NOT NULL ORDER BY id DESC", [], &last, take)
        let low = first ?? [UInt8](repeating: 0, count: 16)
        let high = last ?? [UInt8](repeating: 255, count: 16)
        var gaps = [(low, high)]
        for _ in 0..<Self.mostProbes {
            guard !gaps.isEmpty else { break }
            let gap = gaps.removeFirst()
            guard let middle = Self.middle(gap.0, gap.1) else { continue }
            gaps += try probe(gap, middle, take)
        }
        return false
    }

    /// Reads the row of an identity, where it can be read.
    func read(_ id: [UInt8], _ take: (RawStatement) throws -> Void) throws {
        var last: [UInt8]?
        _ = try readThrough("id = ?1", [id], &last, take)
    }

    /// Reads up and down from the middle of a gap; the gaps that are left.
    private func probe(
        _ gap: ([UInt8], [UInt8]),
        _ middle: [UInt8],
        _ take: (RawStatement) throws -> Void
    ) throws -> [([UInt8], [UInt8])] {
        var (up, down): ([UInt8]?, [UInt8]?)
        var gaps: [([UInt8], [UInt8])] = []
        if try !readThrough("id >= ?1 AND id < ?2 ORDER BY id", [middle, gap.1], &up, take) {
            gaps.append((up ?? middle, gap.1))
        }
        if try !readThrough("id < ?1 AND id > ?2 ORDER BY id DESC", [middle, gap.0], &down, take) {
            gaps.append((gap.0, down ?? middle))
        }
        return gaps
    }

    /// Reads until the end or the first damage; whether the end was reached.
    private func readThrough(
        _ condition: String,
        _ bounds: [[UInt8]],
        _ last: inout [UInt8]?,
        _ take: (RawStatement) throws -> Void
    ) throws -> Bool {
        let sql =
            "SELECT \(columns.joined(separator: ", ")) FROM \(name) "
            + "WHERE \(filter) AND \(condition)"
        guard let rows = try? RawStatement(database, sql) else { return false }
        for (index, bound) in bounds.enumerated() { rows.bind(bound, at: Int32(index) + 1) }
        while let isRow = try? rows.step() {
            guard isRow else { return true }
            last = rows.bytes(0)
            try take(rows)
        }
        return false
    }

    /// The identity halfway between two, nil where none lies between them.
    static func middle(_ low: [UInt8], _ high: [UInt8]) -> [UInt8]? {
        func number(_ bytes: [UInt8]) -> UInt128 {
            bytes.prefix(16).reduce(0) { $0 << 8 | UInt128($1) }
        }
        let (low, high) = (number(low), number(high))
        guard low < high, high - low > 1 else { return nil }
        let middle = low + (high - low) / 2
        return (0..<16).map { UInt8(truncatingIfNeeded: middle >> UInt128(120 - 8 * $0)) }
    }
}
