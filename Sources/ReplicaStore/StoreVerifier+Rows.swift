import BundleFormat
import Causality
import GRDB
import Records

extension StoreVerifier {
    mutating func checkRows(of layout: CollectionLayout) throws {
        let names = layout.fields.map { ", \($0.column)" }.joined()
        let rows = try RawStatement(
            database,
            "SELECT id, _clock, _arrival\(names) FROM \(layout.table)"
        )
        while try rows.step() {
            guard let row = address(rows.bytes(0), in: layout),
                let clock = clock(rows.bytes(1), of: row)
            else { continue }
            note(clock, arrival: rows.integer(2), of: row)
            if !clock.isVisible(under: layout.collection.deleteRule) {
                report.add(.place, row, "the row is deleted and still shown")
            }
            let values = layout.fields.indices.map { rows.value(Int32($0) + 3) }
            checkFields(clock, values, row, layout)
            try checkVersions(clock, values, row, layout)
        }
    }

    mutating func checkGraves(of layout: CollectionLayout) throws {
        let graves = try RawStatement(
            database,
            """
            SELECT id, clock, arrival, packed,
                EXISTS (SELECT 1 FROM \(layout.table) AS alive WHERE alive.id = grave.id)
            FROM passerelle_grave AS grave WHERE collection = ?1
            """
        )
        graves.bind(layout.name, at: 1)
        while try graves.step() {
            guard let row = address(graves.bytes(0), in: layout),
                let clock = clock(graves.bytes(1), of: row)
            else { continue }
            note(clock, arrival: graves.integer(2), of: row)
            if graves.integer(4) != 0 {
                report.add(.place, row, "the row is both shown and kept as deleted")
            }
            if clock.isVisible(under: layout.collection.deleteRule) {
                report.add(.place, row, "the row is kept as deleted and no deletion covers it")
            }
            guard let values = try? PackedValues.decode(graves.bytes(3), layout) else {
                report.add(.unreadable, row, "the values of the deleted row cannot be read")
                continue
            }
            try checkVersions(clock, values, row, layout)
        }
    }

    mutating func checkStrangers() throws {
        let rows = try RawStatement(
            database,
            "SELECT collection, id, clock, arrival FROM passerelle_stranger"
        )
        while try rows.step() {
            guard let id = RecordID(bytes: rows.bytes(1)) else { continue }
            let row = RowName(rows.text(0), id)
            guard let clock = clock(rows.bytes(2), of: row) else { continue }
            note(clock, arrival: rows.integer(3), of: row)
        }
    }

    /// Runs `body` on each clock of a collection that can be read.
    mutating func forEachClock(
        of layout: CollectionLayout,
        _ body: (inout StoreVerifier, RowName, RowClock) throws -> Void
    ) throws {
        let rows = try RawStatement(
            database,
            """
            SELECT id, _clock FROM \(layout.table)
            UNION ALL SELECT id, clock FROM passerelle_grave WHERE collection = ?1
            """
        )
        rows.bind(layout.name, at: 1)
        while try rows.step() {
            guard let id = RecordID(bytes: rows.bytes(0)),
                let clock = try? context.decode(rows.bytes(1))
            else { continue }
            try body(&self, RowName(layout.name, id), clock)
        }
    }

    private mutating func address(_ id: [UInt8], in layout: CollectionLayout) -> RowName? {
        guard let id = RecordID(bytes: id) else {
            report.add(.unreadable, nil, "a row of ‘\(layout.name)’ has no identity")
            return nil
        }
        return RowName(layout.name, id)
    }

    /// The clock of a row, where it is one in the one form that is written.
    private mutating func clock(_ bytes: [UInt8], of row: RowName) -> RowClock? {
        guard let clock = try? context.decode(bytes), !clock.entries.isEmpty else {
            report.add(.clock, row, "the clock of the row cannot be read")
            return nil
        }
        if (try? context.encode(clock)) != bytes {
            report.add(.clock, row, "the clock of the row is not in the form that is written")
        }
        return clock
    }

    /// Each field has writes of its own kind, and a value only where there is one.
    ///
    /// Sets and counters are as their elements say. Fields unknown to this version are left aside.
    private mutating func checkFields(
        _ clock: RowClock,
        _ values: [Value],
        _ row: RowName,
        _ layout: CollectionLayout
    ) {
        for (position, field) in layout.fields.enumerated() {
            let hasElements = clock.entries.contains { entry in
                entry.elements.contains { $0.tag == field.tag }
            }
            let isWritten = clock.fields.contains(.field(field.tag))
            if field.rule.isComposite ? isWritten : hasElements {
                report.add(.field, row, "‘\(field.name)’ has a write of another kind of field")
            } else if field.rule.isComposite {
                if layout.column(of: field, in: clock) != values[position] {
                    report.add(.composite, row, "‘\(field.name)’ is not what its elements say")
                }
            } else if !isWritten, values[position] != .null {
                report.add(.field, row, "‘\(field.name)’ holds a value that nobody wrote")
            }
        }
    }
}
