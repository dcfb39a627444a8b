import Causality
import GRDB
import Records

/// Parts a counter's share that two lives of one replica added to: what was common stays under the
/// old id, what this store added goes under the new one, and so every step counts once.
struct ShareSplitter {
    private let database: Database
    private let context: StoreContext
    private let old: ReplicaID
    private let floor: UInt64
    /// How many shares have an unknown common part.
    ///
    /// They stay under the old id: of what both lives added, the greater sum counts.
    private(set) var doubts = 0

    init(_ database: Database, _ context: StoreContext, _ old: ReplicaID, floor: UInt64) {
        self.database = database
        self.context = context
        self.old = old
        self.floor = floor
    }

    /// The entry with its shares parted; `counter` is the write's number under the old id.
    mutating func split(_ entry: ClockEntry, from counter: UInt64) throws -> ClockEntry {
        let shares = entry.elements.filter { $0.key == old.bytes && !isMember($0) }
        guard !shares.isEmpty else { return entry }
        var elements = entry.elements.filter { !shares.contains($0) }
        for share in shares {
            guard let common = try common(of: share.tag, before: counter) else {
                doubts += 1
                elements.append(share)
                continue
            }
            elements += parts(of: share, common)
        }
        return ClockEntry(
            dot: entry.dot,
            time: entry.time,
            fields: entry.fields,
            elements: elements.sorted(),
            buried: entry.buried
        )
    }

    // A member of a set may have any bytes for its key; it counts nothing.
    private func isMember(_ element: Element) -> Bool {
        element.increments == 0 && element.decrements == 0
    }

    private func parts(of share: Element, _ common: (UInt64, UInt64)) -> [Element] {
        let old = Element(
            tag: share.tag,
            key: share.key,
            increments: common.0,
            decrements: common.1
        )
        let own = Element(
            tag: share.tag,
            key: context.own.bytes,
            increments: share.increments &- common.0,
            decrements: share.decrements &- common.1
        )
        return [old, own].filter { !isMember($0) }
    }

    /// What the share was when the last write up to the floor had made it; nil where a step between
    /// was not noted.
    private func common(of tag: UInt8, before counter: UInt64) throws -> (UInt64, UInt64)? {
        var counter = counter
        while true {
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT previous, increments, decrements FROM passerelle_share
                    WHERE counter = ? AND tag = ?
                    """,
                arguments: [Int64(clamping: counter), tag]
            )
            guard let row else { return nil }
            let previous = UInt64(clamping: row["previous"] as Int64)
            if previous <= floor {
                return (
                    UInt64(bitPattern: row["increments"] as Int64),
                    UInt64(bitPattern: row["decrements"] as Int64)
                )
            }
            guard previous < counter else { return nil }
            counter = previous
        }
    }
}
