import BundleFormat
import Causality
import GRDB
import Records

extension Replica {
    /// What one row of a delta says, to be written anew.
    private struct Adopted {
        let layout: CollectionLayout
        let id: RecordID
        let isVisible: Bool
        let values: [String: Value]
        let members: [String: Set<String>]
    }

    /// Writes what a delta tells as this replica's own writes, instead of merging it: all of it, or
    /// nothing.
    ///
    /// For work that somebody vouches for though its author may no longer be merged. Only writes that
    /// were not seen here count. Fields take the latest value told, sets gain its members, counters stay as
    /// they are, deletions delete; rows that were erased for good, and collections unknown here, are left
    /// out.
    ///
    /// - Returns: How many rows were written or deleted.
    package func adopt(_ bytes: [UInt8]) throws -> Int {
        let rows = try read { try self.adopted(bytes, $0) }
        return try write { transaction in
            for row in rows { try Self.write(row, in: transaction) }
            return rows.count
        }
    }

    private func adopted(_ bytes: [UInt8], _ database: Database) throws -> [Adopted] {
        var reader = try DeltaReader(bytes)
        let (base, erased) = (reader.header.base, ErasedRows(database))
        var rows: [Adopted] = []
        var layout: CollectionLayout?
        while let step = try reader.next() {
            switch step {
            case .collection(let name): layout = try? context.layout(named: name)
            case .row(let row):
                guard let layout, try !erased.contains(RowName(layout.name, row.id)) else {
                    continue
                }
                if let adopted = try adopted(row, base, layout) { rows.append(adopted) }
            }
        }
        return rows
    }

    /// What a row tells that was not seen here, nil where that is nothing.
    private func adopted(
        _ row: RowDelta,
        _ base: VersionVector,
        _ layout: CollectionLayout
    ) throws -> Adopted? {
        let received = try ReceivedValues(row, base: base, layout)
        let unseen = row.clock.entries.filter { !context.progress.vector.covers($0.dot) }
        guard let clock = RowClock(unseen), !unseen.isEmpty else { return nil }
        var values: [String: Value] = [:]
        for entry in unseen.sorted(by: ClockEntry.precedes) {
            for tag in entry.fields.tags {
                guard let position = layout.position(of: tag),
                    let value = received[tag, entry.dot]
                else { continue }
                values[layout.fields[position].name] = value
            }
        }
        var members: [String: Set<String>] = [:]
        for field in layout.composite where field.rule == .set {
            let column = layout.column(of: field, in: clock)
            members[field.name] = Set(TextSet.members(column) ?? [])
        }
        return Adopted(
            layout: layout,
            id: row.id,
            isVisible: row.clock.isVisible(under: layout.collection.deleteRule),
            values: values,
            members: members.filter { !$1.isEmpty }
        )
    }

    private static func write(_ row: Adopted, in transaction: WriteTransaction) throws {
        let name = row.layout.name
        guard row.isVisible else {
            _ = try transaction.delete(name, id: row.id)
            return
        }
        var values = row.values
        for (field, members) in row.members {
            let held = try Row.fetchOne(
                transaction.database,
                sql:
                    "SELECT \(field.quotedDatabaseIdentifier) FROM \(row.layout.table) WHERE id = ?",
                arguments: [row.id.bytes.data]
            )
            let column = held.map { Value(column: $0[0]) } ?? .null
            let all = members.union(TextSet.members(column) ?? [])
            values[field] = TextSet.column(all.sorted())
        }
        guard !values.isEmpty else { return }
        if try transaction.update(name, id: row.id, values) { return }
        try transaction.insert(name, id: row.id, values)
    }
}
