import Causality
import GRDB

/// Gives the live writes of a former id, in a range of counters, names of the present id.
///
/// A write keeps its time and its values; only its name is new. Whoever holds it under the old name
/// replaces it when the row comes, and who holds another write under that name loses nothing.
struct ForkRenaming {
    private let database: Database
    private let context: StoreContext
    private let old: ReplicaID
    private let range: ClosedRange<UInt64>

    init(
        _ database: Database,
        _ context: StoreContext,
        _ old: ReplicaID,
        _ range: ClosedRange<UInt64>
    ) {
        self.database = database
        self.context = context
        self.old = old
        self.range = range
    }

    /// Renames this store's own writes; how many shares of counters could not be told apart.
    func run() throws -> Int {
        var shares = ShareSplitter(database, context, old, floor: range.lowerBound - 1)
        try rename(since: 0) { id, entry, renamed in
            try note(entry, of: id)
            return try shares.split(renamed, from: entry.dot.counter)
        }
        return shares.doubts
    }

    /// Restates what others made known of the range since an arrival, so that it reaches those who
    /// hold something else under the same names.
    func restate(since arrival: Int64) throws {
        try rename(since: arrival) { _, _, renamed in renamed }
    }

    private typealias Adjustment = ([UInt8], ClockEntry, ClockEntry) throws -> ClockEntry

    private func rename(since arrival: Int64, _ adjust: Adjustment) throws {
        for layout in context.layouts {
            let rows = try RowStatements(database, context, layout)
            for place in [RowStatements.Place.table, .grave] {
                for (id, clock) in try affected(layout, place, since: arrival) {
                    try rename(id, clock, rows, place, adjust)
                }
            }
        }
        context.progress.vector.include(Dot(context.own, context.progress.counter))
    }

    private func rename(
        _ id: [UInt8],
        _ clock: RowClock,
        _ rows: RowStatements,
        _ place: RowStatements.Place,
        _ adjust: Adjustment
    ) throws {
        var names: [Dot: Dot] = [:]
        for entry in clock.entries where concerns(entry.dot, clock, place) {
            names[entry.dot] = try context.ownDot()
        }
        guard !names.isEmpty else { return }
        let entries = try clock.entries.map { entry -> ClockEntry in
            guard let name = names[entry.dot] else { return entry }
            return try adjust(id, entry, entry.renamed(name, burying: names))
        }
        guard let renamed = RowClock(entries) else {
            throw ReplicaError(.damaged, "a row clock of the store names a write twice")
        }
        context.progress.digest?.replace(clock, with: renamed)
        if place == .table {
            try rows.update(id, [], renamed)
        } else {
            try rows.bury(id, try rows.values(of: id, at: place), renamed)
        }
        try moveSiblings(of: id, clock, rows.layout, names)
        try moveUnknown(of: id, rows.layout, names)
    }

    /// A dead row stays dead: what somebody else's deletion has seen keeps the name that it saw.
    private func concerns(_ dot: Dot, _ clock: RowClock, _ place: RowStatements.Place) -> Bool {
        guard isInRange(dot) else { return false }
        return place == .table
            || !clock.entries.contains { !isInRange($0.dot) && $0.buried.contains(dot) }
    }

    private func isInRange(_ dot: Dot) -> Bool {
        dot.replica == old && range.contains(dot.counter)
    }

    private func affected(
        _ layout: CollectionLayout,
        _ place: RowStatements.Place,
        since arrival: Int64
    ) throws -> [(id: [UInt8], clock: RowClock)] {
        let rows = try context.statement(
            database,
            place == .table
                ? "SELECT id, _clock FROM \(layout.table) WHERE _arrival > ?1"
                : "SELECT id, clock FROM passerelle_grave WHERE arrival > ?1 AND collection = ?2"
        )
        rows.bind(arrival, at: 1)
        if place == .grave { rows.bind(layout.name, at: 2) }
        defer { rows.reset() }
        var found: [(id: [UInt8], clock: RowClock)] = []
        while try rows.step() {
            let clock = try context.decode(rows.bytes(1))
            if clock.entries.contains(where: { isInRange($0.dot) }) {
                found.append((rows.bytes(0), clock))
            }
        }
        return found
    }

    private func moveSiblings(
        of id: [UInt8],
        _ clock: RowClock,
        _ layout: CollectionLayout,
        _ names: [Dot: Dot]
    ) throws {
        let siblings = Siblings(database, context)
        for (key, value) in try siblings.of(id, in: layout) {
            guard let name = names[key.dot] else { continue }
            try siblings.remove(key, of: id, in: layout)
            try siblings.insert(
                Siblings.Key(tag: key.tag, dot: name),
                value,
                at: clock.entry(key.dot)?.time.milliseconds ?? 0,
                of: id,
                in: layout
            )
        }
    }

    private func moveUnknown(
        of id: [UInt8],
        _ layout: CollectionLayout,
        _ names: [Dot: Dot]
    ) throws {
        let old = context.progress.sites.place(of: old)
        for (dot, name) in names {
            try database.execute(
                sql: """
                    UPDATE passerelle_unknown SET place = ?, counter = ?
                    WHERE collection = ? AND id = ? AND place = ? AND counter = ?
                    """,
                arguments: [
                    context.ownPlace, Int64(clamping: name.counter), layout.name, id.data, old,
                    Int64(clamping: dot.counter),
                ]
            )
        }
    }

    /// Remembers that this write of ours is here under another name.
    private func note(_ entry: ClockEntry, of id: [UInt8]) throws {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO passerelle_renamed (replica, counter, id, time)
                VALUES (?, ?, ?, ?)
                """,
            arguments: [
                old.bytes.data, Int64(clamping: entry.dot.counter), id.data,
                Int64(bitPattern: entry.time.rawValue),
            ]
        )
    }
}
