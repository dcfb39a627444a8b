import Causality
import Foundation
import GRDB
import Records

/// Takes what can be read of a damaged store into a new one, row by row, each whole or not at all.
struct Salvage {
    let source: Database
    let target: Database
    /// The new store's: its replicas and counters are those of the damaged one.
    let context: StoreContext
    var report = RepairReport()
    private var arrivals: Set<Int64> = []
    private var kept: Set<RowName> = []
    private var ownCounter: UInt64

    init(_ source: Database, _ target: Database, _ context: StoreContext) {
        self.source = source
        self.target = target
        self.context = context
        ownCounter = context.progress.counter
    }

    mutating func run() throws {
        try copyEngineTables()
        arrivals = try Set(
            Int64.fetchAll(target, sql: "SELECT arrival FROM passerelle_stranger")
        )
        for layout in context.layouts {
            try copyRows(of: layout)
            try copyGraves(of: layout)
        }
        try dropStraySiblings()
        try copyApplicationTables()
        report.rows = kept.count
        report.lost = Set(report.lost).subtracting(kept).sorted()
        try target.execute(
            sql: "UPDATE passerelle_site SET counter = ? WHERE place = ?",
            arguments: [Int64(clamping: ownCounter), context.ownPlace]
        )
        try target.execute(
            sql: "UPDATE passerelle_store SET arrival = ?, digest = ?",
            arguments: [
                arrivals.max() ?? 0, try DigestCount(target, context).counted().bytes.data,
            ]
        )
    }

    private mutating func copyRows(of layout: CollectionLayout) throws {
        let table = DamagedTable(
            database: source,
            name: layout.table,
            columns: ["id", "_clock", "_arrival"] + layout.fields.map(\.column)
        )
        try copy(table, layout) { row in
            layout.fields.indices.map { row.value(Int32($0) + 3) }
        }
    }

    private mutating func copyGraves(of layout: CollectionLayout) throws {
        let table = DamagedTable(
            database: source,
            name: "passerelle_grave",
            columns: ["id", "clock", "arrival", "packed"],
            filter: "collection = '\(layout.name)'"
        )
        try copy(table, layout) { row in try? PackedValues.decode(row.bytes(3), layout) }
    }

    private mutating func copy(
        _ table: DamagedTable,
        _ layout: CollectionLayout,
        values: (RawStatement) -> [Value]?
    ) throws {
        let isWhole = try table.read { try keep($0, values($0), layout) }
        let isLiving = table.name == layout.table
        let index =
            isLiving
            ? CollectionLayout.quoted(layout.own("by_arrival")) : "passerelle_grave_by_arrival"
        let column = isLiving ? "_arrival" : "arrival"
        for order in ["", " DESC"] {
            let ids = try? RawStatement(
                source,
                "SELECT id FROM \(table.name) INDEXED BY \(index) "
                    + "WHERE \(table.filter) ORDER BY \(column)\(order)"
            )
            while let ids, (try? ids.step()) == true {
                guard let id = RecordID(bytes: ids.bytes(0)) else { continue }
                let row = RowName(layout.name, id)
                if !kept.contains(row) {
                    try table.read(id.bytes) { try keep($0, values($0), layout) }
                }
                if !kept.contains(row) { report.lost.append(row) }
            }
        }
        let name = isLiving ? layout.name : table.name
        if !isWhole, !report.unreadable.contains(name) {
            report.unreadable.append(name)
        }
    }

    /// Writes a row where its clock puts it, or names it where it cannot be kept whole.
    ///
    /// Its sets and counters are made anew from their elements.
    private mutating func keep(
        _ row: RawStatement,
        _ values: [Value]?,
        _ layout: CollectionLayout
    ) throws {
        guard let id = RecordID(bytes: row.bytes(0)) else { return }
        let address = RowName(layout.name, id)
        guard !kept.contains(address), try !ErasedRows(target).contains(address) else { return }
        guard var values, let clock = try? context.decode(row.bytes(1)), !clock.entries.isEmpty,
            clock.entries.allSatisfy({ isSeen($0.dot) }), try hasItsVersions(clock, id, layout)
        else {
            report.lost.append(address)
            return
        }
        for (position, field) in layout.fields.enumerated() where field.rule.isComposite {
            values[position] = layout.column(of: field, in: clock)
        }
        let arrival = number(row.integer(2))
        do {
            try write(id, values, clock, arrival, layout)
        } catch is DatabaseError {
            report.lost.append(address)
            return
        }
        kept.insert(address)
        arrivals.insert(arrival)
        for entry in clock.entries where entry.dot.replica == context.own {
            ownCounter = max(ownCounter, entry.dot.counter)
        }
    }

    /// The writes of this replica cannot be unknown to it: a counter that lags behind is put right.
    private func isSeen(_ dot: Dot) -> Bool {
        dot.counter > 0 && dot.counter <= UInt64(Int64.max)
            && (dot.replica == context.own || context.progress.vector.covers(dot))
    }

    /// The arrival number of a row, a new one past the others where its own cannot be.
    private func number(_ arrival: Int64) -> Int64 {
        let isFree = arrival > 0 && arrival < .max - 1 << 32 && !arrivals.contains(arrival)
        return isFree ? arrival : max(context.progress.arrival, arrivals.max() ?? 0) + 1
    }

    private func hasItsVersions(
        _ clock: RowClock,
        _ id: RecordID,
        _ layout: CollectionLayout
    ) throws -> Bool {
        let contested = clock.contested
        guard !contested.isEmpty else { return true }
        let hidden = try Siblings(target, context).of(id.bytes, in: layout)
        return layout.fields.allSatisfy { field in
            guard contested.contains(.field(field.tag)) else { return true }
            return clock.versions(of: field.tag)
                .count { hidden[Siblings.Key(tag: field.tag, dot: $0.dot)] == nil } == 1
        }
    }

    private func write(
        _ id: RecordID,
        _ values: [Value],
        _ clock: RowClock,
        _ arrival: Int64,
        _ layout: CollectionLayout
    ) throws {
        let isVisible = clock.isVisible(under: layout.collection.deleteRule)
        let names =
            isVisible
            ? ["id"] + layout.fields.map(\.column) + ["_clock", "_arrival"]
            : ["collection", "id", "clock", "arrival", "packed"]
        let marks = (1...names.count).map { "?\($0)" }.joined(separator: ", ")
        let table = isVisible ? layout.table : "passerelle_grave"
        let statement = try context.statement(
            target,
            "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))"
        )
        let cells: [Value] =
            isVisible
            ? [.blob(id.bytes)] + values + [.blob(try context.encode(clock)), .integer(arrival)]
            : [
                .text(layout.name), .blob(id.bytes), .blob(try context.encode(clock)),
                .integer(arrival), .blob(PackedValues.encode(layout) { values[$0] }),
            ]
        for (index, cell) in cells.enumerated() { statement.bind(cell, at: Int32(index) + 1) }
        try statement.run()
    }

    /// Concurrent versions of rows that were lost, or of no live write, go.
    private func dropStraySiblings() throws {
        for layout in context.layouts {
            let rows = try RowStatements(target, context, layout)
            let ids = try Data.fetchAll(
                target,
                sql: "SELECT DISTINCT id FROM passerelle_sibling WHERE collection = ?",
                arguments: [layout.name]
            )
            for id in ids.map({ [UInt8]($0) }) {
                let clock = try rows.clock(of: id).clock
                let siblings = Siblings(target, context)
                for key in try siblings.of(id, in: layout).keys
                where clock.entry(key.dot)?.fields.contains(.field(key.tag)) != true
                    || !clock.contested.contains(.field(key.tag))
                {
                    try siblings.remove(key, of: id, in: layout)
                }
            }
        }
    }
}
