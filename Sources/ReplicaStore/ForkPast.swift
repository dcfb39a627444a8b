import BundleFormat
import Causality
import Foundation
import GRDB
import Records

/// The writes of this store's former ids that now bear another name, to know them when they return.
struct ForkPast {
    private struct Write: Hashable {
        let dot: Dot
        let row: RecordID
        let time: HybridTime
    }

    private var writes: Set<Write> = []

    init(_ database: Database) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT replica, counter, id, time FROM passerelle_renamed"
        )
        while let row = try rows.next() {
            guard let replica = ReplicaID(bytes: row["replica"] as Data),
                let id = RecordID(bytes: row["id"] as Data)
            else { continue }
            let dot = Dot(replica, UInt64(clamping: row["counter"] as Int64))
            let time = HybridTime(rawValue: UInt64(bitPattern: row["time"] as Int64))
            writes.insert(Write(dot: dot, row: id, time: time))
        }
    }

    /// Whether no write was ever renamed.
    var isEmpty: Bool { writes.isEmpty }

    /// The row without the writes that this store made itself and holds under other names.
    func filtered(_ row: RowDelta, base: VersionVector) -> RowDelta {
        if writes.isEmpty { return row }
        let isRenamed = row.clock.entries.map {
            writes.contains(Write(dot: $0.dot, row: row.id, time: $0.time))
        }
        guard isRenamed.contains(true) else { return row }
        var values: [Value] = []
        var next = 0
        for (index, entry) in row.clock.entries.enumerated()
        where row.isWhole || !base.covers(entry.dot) {
            let end = min(next + entry.fields.tags.count, row.values.count)
            if !isRenamed[index] { values += row.values[next..<end] }
            next = end
        }
        let kept = zip(row.clock.entries, isRenamed).filter { !$0.1 }.map(\.0)
        return RowDelta(
            id: row.id,
            clock: RowClock(kept) ?? RowClock(),
            isWhole: row.isWhole,
            values: values
        )
    }
}
