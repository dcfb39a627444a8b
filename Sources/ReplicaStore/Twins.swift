import Causality
import Foundation
import GRDB
import Records

/// The marks on rows that hold what another row of their collection holds too, in fields declared
/// unique.
///
/// Of a group of twins the one whose value was written first, by (time, replica, counter) of the
/// shown version, goes unmarked: the same on every replica that has seen the same.
struct Twins {
    private struct Mark: Equatable {
        let other: [UInt8]
        let version: ClockEntry
    }

    private let database: Database
    private let context: StoreContext
    private let rows: RowStatements
    private let layout: CollectionLayout

    init(_ database: Database, _ context: StoreContext, _ layout: CollectionLayout) throws {
        self.database = database
        self.context = context
        self.layout = layout
        rows = try RowStatements(database, context, layout)
    }

    /// Marks anew the groups that the rows are in, and those that they were in.
    func settle(_ ids: Set<[UInt8]>) throws {
        for (number, fields) in layout.unique {
            var waiting = ids
            for id in ids { waiting.formUnion(try related(to: id, number)) }
            while let id = waiting.popFirst() {
                let group = try group(of: id, fields)
                waiting.subtract(group)
                try mark(group.count > 1 ? group : [id], number, fields)
            }
        }
    }

    /// Marks all groups of the collection anew: its declaration has changed.
    func rebuild() throws {
        try database.execute(
            kept: "DELETE FROM passerelle_twin WHERE collection = ?",
            arguments: [layout.name]
        )
        for (number, fields) in layout.unique {
            let columns = fields.map(\.column).joined(separator: ", ")
            let present = fields.map { "\($0.column) IS NOT NULL" }.joined(separator: " AND ")
            let firsts = try Data.fetchAll(
                database,
                kept: """
                    SELECT min(id) FROM \(layout.table) WHERE \(present)
                    GROUP BY \(columns) HAVING count(*) > 1
                    """
            )
            for first in firsts {
                try mark(try group(of: [UInt8](first), fields), number, fields)
            }
        }
    }

    /// The rows that are marked because of this one, or because of which it is marked.
    private func related(to id: [UInt8], _ number: Int) throws -> Set<[UInt8]> {
        let found = try Data.fetchAll(
            database,
            kept: """
                SELECT id FROM passerelle_twin WHERE collection = ?1 AND other = ?3 AND rule = ?2
                UNION SELECT other FROM passerelle_twin
                WHERE collection = ?1 AND id = ?3 AND rule = ?2
                """,
            arguments: [layout.name, number, id.data]
        )
        return Set(found.map { [UInt8]($0) })
    }

    /// The rows that hold what a row holds, itself included; none where it is gone or holds nothing.
    private func group(of id: [UInt8], _ fields: [Field]) throws -> [[UInt8]] {
        let equal = fields.map {
            "\($0.column) = (SELECT \($0.column) FROM \(layout.table) WHERE id = ?1)"
        }
        let statement = try context.statement(
            database,
            "SELECT id FROM \(layout.table) WHERE \(equal.joined(separator: " AND "))"
        )
        statement.bind(id, at: 1)
        var group: [[UInt8]] = []
        while try statement.step() { group.append(statement.bytes(0)) }
        return group
    }

    private func mark(_ group: [[UInt8]], _ number: Int, _ fields: [Field]) throws {
        guard group.count > 1 else {
            for id in group { try replace(nil, of: id, number) }
            return
        }
        let versions = try group.compactMap { id in
            try version(of: id, fields).map { (id: id, entry: $0) }
        }
        guard let first = versions.min(by: { ClockEntry.precedes($0.entry, $1.entry) })?.id
        else { return }
        for (id, version) in versions {
            try replace(id == first ? nil : Mark(other: first, version: version), of: id, number)
        }
    }

    /// The latest of the shown versions of the fields.
    private func version(of id: [UInt8], _ fields: [Field]) throws -> ClockEntry? {
        let clock = try rows.clock(of: id).clock
        let aside =
            clock.contested.isEmpty ? [:] : try Siblings(database, context).of(id, in: layout)
        let shown = fields.compactMap { field in
            clock.versions(of: field.tag)
                .last { aside[Siblings.Key(tag: field.tag, dot: $0.dot)] == nil }
        }
        return shown.max(by: ClockEntry.precedes)
    }

    /// Writes the mark of a row; one that stands already keeps its dismissal.
    private func replace(_ mark: Mark?, of id: [UInt8], _ number: Int) throws {
        guard let mark else {
            try database.execute(
                kept: "DELETE FROM passerelle_twin WHERE collection = ? AND id = ? AND rule = ?",
                arguments: [layout.name, id.data, number]
            )
            return
        }
        try database.execute(
            kept: """
                INSERT INTO passerelle_twin
                    (collection, rule, id, other, place, counter, milliseconds)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (collection, id, rule) DO UPDATE SET other = excluded.other,
                    place = excluded.place, counter = excluded.counter,
                    milliseconds = excluded.milliseconds, is_dismissed = 0
                WHERE (other, place, counter)
                    IS NOT (excluded.other, excluded.place, excluded.counter)
                """,
            arguments: [
                layout.name, number, id.data, mark.other.data,
                context.progress.sites.place(of: mark.version.dot.replica),
                Int64(bitPattern: mark.version.dot.counter),
                Int64(clamping: mark.version.time.milliseconds),
            ]
        )
    }
}
