import Causality
import GRDB
import Records

/// A row that somebody decides about: what it holds, shown and set aside, wherever it is kept.
struct InboxRow {
    let layout: CollectionLayout
    let id: RecordID
    let clock: RowClock
    let place: RowStatements.Place
    let values: [Value]
    private let rows: RowStatements
    private let aside: [Siblings.Key: Value]

    init(
        _ transaction: WriteTransaction,
        _ collection: String,
        _ id: RecordID
    ) throws {
        let context = transaction.context
        layout = try context.layout(named: collection)
        self.id = id
        rows = try RowStatements(transaction.database, context, layout)
        (clock, place) = try rows.clock(of: id.bytes)
        var values = try rows.values(of: id.bytes, at: place)
        // A grave keeps plain values; sets and counters are in the clock.
        for (position, field) in layout.fields.enumerated() where field.rule.isComposite {
            values[position] = layout.column(of: field, in: clock)
        }
        self.values = values
        aside = try Siblings(transaction.database, context).of(id.bytes, in: layout)
    }

    /// What the row shows, or would show, in a field.
    func value(of field: Field) -> Value {
        layout.position(of: field.tag).map { values[$0] } ?? .null
    }

    /// The fields that take the version of this one, and itself.
    func company(of field: Field) -> [Field] {
        [field] + layout.fields.filter { $0.rule.leader == field.name }
    }

    /// The versions of a field and of those that follow it, the latest of each last.
    func versions(of field: Field) -> [DecisionLog.Version] {
        company(of: field).flatMap(ownVersions)
    }

    private func ownVersions(of field: Field) -> [DecisionLog.Version] {
        clock.versions(of: field.tag).map { entry in
            let hidden = aside[Siblings.Key(tag: field.tag, dot: entry.dot)]
            return DecisionLog.Version(
                tag: field.tag,
                dot: entry.dot,
                milliseconds: entry.time.milliseconds,
                value: hidden ?? value(of: field),
                isShown: hidden == nil
            )
        }
    }

    /// Lists a version again until somebody writes its field; `write` is the one that stands now.
    func reopen(_ version: DecisionLog.Version, until write: Dot) throws {
        let context = rows.context
        try rows.database.execute(
            kept: """
                INSERT INTO passerelle_reopened (collection, id, tag, value, place, counter,
                    milliseconds, undo_place, undo_counter)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                layout.name, id.bytes.data, version.tag, version.value.argument,
                context.progress.sites.place(of: version.dot.replica),
                Int64(bitPattern: version.dot.counter), Int64(clamping: version.milliseconds),
                context.ownPlace, Int64(bitPattern: write.counter),
            ]
        )
    }

    /// What the row shows in every field, to make it again after it was freed.
    var content: [DecisionLog.Version] {
        layout.fields.map { field in
            DecisionLog.Version(
                tag: field.tag,
                dot: clock.winner(of: field.tag)?.dot ?? Dot(rows.context.own, 0),
                milliseconds: clock.winner(of: field.tag)?.time.milliseconds ?? 0,
                value: value(of: field),
                isShown: true
            )
        }
    }

    /// Writes the row anew as it is, by a write that has seen all of it: a mark of deletion goes, and
    /// a hidden row comes back whole.
    func bringBack() throws -> Dot {
        let context = rows.context
        let dot = try context.nextDot()
        var clock = clock
        // Of a hidden row others may have freed what was set aside: it is listed here alone.
        var spared: [Dot: FieldMask] = [:]
        for key in aside.keys where place == .table {
            spared[key.dot, default: []].insert(.field(key.tag))
        }
        clock.stamp(.row, dot: dot, time: context.time, sparing: spared)
        context.progress.digest?.replace(self.clock, with: clock)
        context.settledRows.insert(id.bytes)
        // The clock is made here: the triggers that stamp an insertion must not add to it.
        context.mode = .applying
        defer { context.mode = .capturing }
        if place == .table {
            try rows.update(id.bytes, [], clock)
        } else {
            try rows.remove(id.bytes, from: place)
            try rows.insert(id.bytes, values, clock)
            for version in layout.fields.filter({ !$0.rule.isComposite }).flatMap(ownVersions)
            where !version.isShown { try reopen(version, until: dot) }
        }
        return dot
    }

    /// Deletes the row, by a deletion that has seen all of it, also where it is hidden already.
    func delete(_ transaction: WriteTransaction) throws -> Dot {
        let context = rows.context
        if place == .table {
            try transaction.delete(layout.name, id: id)
            return Dot(context.own, context.progress.counter)
        }
        let dot = try context.nextDot()
        var clock = clock
        clock.bury(dot: dot, time: context.time)
        try rows.bury(id.bytes, values, clock)
        context.settledRows.insert(id.bytes)
        return dot
    }
}
