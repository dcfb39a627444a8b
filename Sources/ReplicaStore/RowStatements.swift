import Causality
import GRDB
import Records

/// The statements by which the engine reads and writes the rows of one collection, clocks included.
///
/// It lives as long as one transaction and belongs to one connection's queue.
final class RowStatements {
    /// Where a row is kept.
    enum Place {
        case table
        case grave
        case nowhere
    }

    let database: Database
    let context: StoreContext
    let layout: CollectionLayout
    /// Whether the collection has deleted rows; an insertion must then look there first.
    private(set) var hasGraves: Bool
    /// Whether any row of the store was erased; one that comes must then be looked for there.
    let hasErased: Bool
    private let insertion: RawStatement
    let insertionIfAbsent: RawStatement
    private let selection: RawStatement
    /// The updates prepared so far, by the bits of their columns.
    private var updates: [UInt64: RawStatement] = [:]
    private var merges: [UInt64: RawStatement] = [:]

    init(_ database: Database, _ context: StoreContext, _ layout: CollectionLayout) throws {
        self.database = database
        self.context = context
        self.layout = layout
        hasGraves =
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM passerelle_grave WHERE collection = ?)",
                arguments: [layout.name]
            ) ?? false
        hasErased = try !ErasedRows(database).isEmpty
        let names = (["id"] + layout.fields.map(\.column) + ["_clock", "_arrival"])
            .joined(separator: ", ")
        let marks = (1...(layout.fields.count + 3)).map { "?\($0)" }.joined(separator: ", ")
        let sql = "INSERT INTO \(layout.table) (\(names)) VALUES (\(marks))"
        insertion = try context.statement(database, sql)
        insertionIfAbsent = try context.statement(database, sql + " ON CONFLICT (id) DO NOTHING")
        selection = try context.statement(
            database,
            "SELECT _clock FROM \(layout.table) WHERE id = ?1"
        )
    }

    /// Whether the row was erased for good.
    func isErased(_ id: RecordID) throws -> Bool {
        guard hasErased else { return false }
        return try ErasedRows(database).contains(RowName(layout.name, id))
    }

    /// The clock of a row and where it is kept; an empty clock where it is nowhere.
    func clock(of id: [UInt8]) throws -> (clock: RowClock, place: Place) {
        selection.bind(id, at: 1)
        if try selection.step() {
            defer { selection.reset() }
            return (try context.decode(selection.bytes(0)), .table)
        }
        guard hasGraves else { return (RowClock(), .nowhere) }
        let grave = try context.statement(
            database,
            "SELECT clock FROM passerelle_grave WHERE collection = ?1 AND id = ?2"
        )
        grave.bind(layout.name, at: 1)
        grave.bind(id, at: 2)
        guard try grave.step() else { return (RowClock(), .nowhere) }
        defer { grave.reset() }
        return (try context.decode(grave.bytes(0)), .grave)
    }

    /// Every row of the collection, deleted ones included.
    func ids() throws -> [RecordID] {
        let statement = try context.statement(
            database,
            """
            SELECT id FROM \(layout.table)
            UNION ALL SELECT id FROM passerelle_grave WHERE collection = ?1
            """
        )
        statement.bind(layout.name, at: 1)
        defer { statement.reset() }
        var ids: [RecordID] = []
        while try statement.step() {
            if let id = RecordID(bytes: statement.bytes(0)) { ids.append(id) }
        }
        return ids
    }

    /// The values of a row by the position of their field.
    func values(of id: [UInt8], at place: Place) throws -> [Value] {
        switch place {
        case .nowhere:
            return [Value](repeating: .null, count: layout.fields.count)
        case .table:
            let names = layout.fields.map(\.column).joined(separator: ", ")
            let row = try context.statement(
                database,
                "SELECT \(names) FROM \(layout.table) WHERE id = ?1"
            )
            row.bind(id, at: 1)
            defer { row.reset() }
            _ = try row.step()
            return layout.fields.indices.map { row.value(Int32($0)) }
        case .grave:
            let row = try context.statement(
                database,
                "SELECT packed FROM passerelle_grave WHERE collection = ?1 AND id = ?2"
            )
            row.bind(layout.name, at: 1)
            row.bind(id, at: 2)
            defer { row.reset() }
            _ = try row.step()
            return try PackedValues.decode(row.bytes(0), layout)
        }
    }

    /// Inserts a row with its clock.
    func insert(_ id: [UInt8], _ values: [Value], _ clock: RowClock) throws {
        let statement = insertion
        statement.bind(id, at: 1)
        for (index, value) in values.enumerated() { statement.bind(value, at: Int32(index) + 2) }
        try bind(clock, to: statement, at: Int32(values.count) + 2)
        statement.bind(try context.nextArrival(), at: Int32(values.count) + 3)
        try statement.run()
    }

    /// Writes some fields and the clock of a row.
    func update(
        _ id: [UInt8],
        _ changes: [(position: Int, value: Value)],
        _ clock: RowClock
    ) throws {
        let statement = try updating(changes.reduce(0) { $0 | 1 << UInt64($1.position) })
        statement.bind(id, at: 1)
        try bind(clock, to: statement, at: 2)
        statement.bind(try context.nextArrival(), at: 3)
        for (index, change) in changes.enumerated() {
            statement.bind(change.value, at: Int32(index) + 4)
        }
        try statement.run()
    }

    /// The update of the columns whose bits are set, bound by ascending position.
    private func updating(_ columns: UInt64) throws -> RawStatement {
        if let statement = updates[columns] { return statement }
        var sql = "UPDATE \(layout.table) SET "
        var index = 4
        for (position, field) in layout.fields.enumerated() where columns >> position & 1 == 1 {
            sql += "\(field.column) = ?\(index), "
            index += 1
        }
        sql += "_clock = ?2, _arrival = ?3 WHERE id = ?1"
        let statement = try context.statement(database, sql)
        updates[columns] = statement
        return statement
    }

    /// The update of the columns whose bits are set, bound by ascending position from the third
    /// parameter on, where the join that is at hand allows it; see ``RowJoin``.
    func merging(_ columns: UInt64) throws -> RawStatement {
        if let statement = merges[columns] { return statement }
        typealias Function = CollectionLayout.Function
        var set = ""
        var index = 3
        for (position, field) in layout.fields.enumerated() where columns >> position & 1 == 1 {
            set += "\(field.column) = ?\(index), "
            index += 1
        }
        let statement = try context.statement(
            database,
            """
            UPDATE \(layout.table) SET \(set)_clock = \(Function.joined)(), _arrival = ?2
            WHERE id = ?1 AND \(Function.meets)(_clock)
            """
        )
        merges[columns] = statement
        return statement
    }

    /// Lets go of bytes that were bound where they are.
    func clearBindings() {
        for statement in [insertionIfAbsent] + merges.values { statement.clear() }
    }

    /// Binds a clock; the usual one, of a single plain write, takes no memory of its own.
    private func bind(
        _ clock: RowClock,
        to statement: RawStatement,
        at index: Int32
    ) throws {
        guard clock.entries.count == 1, let entry = clock.entries.first, entry.elements.isEmpty,
            !entry.fields.contains(.deletion),
            let place = context.progress.sites.place(of: entry.dot.replica)
        else { return statement.bind(try context.encode(clock), at: index) }
        let stamp = FreshStamp(place: place, entry.dot.counter, entry.time, entry.fields)
        statement.bind(stamp, at: index)
    }

    /// Takes a row out of the table, or out of its grave.
    func remove(_ id: [UInt8], from place: Place) throws {
        switch place {
        case .nowhere: return
        case .table:
            let statement = try context.statement(
                database,
                "DELETE FROM \(layout.table) WHERE id = ?1"
            )
            statement.bind(id, at: 1)
            try statement.run()
        case .grave:
            let statement = try context.statement(
                database,
                "DELETE FROM passerelle_grave WHERE collection = ?1 AND id = ?2"
            )
            statement.bind(layout.name, at: 1)
            statement.bind(id, at: 2)
            try statement.run()
        }
    }

    /// Keeps a deleted row, whole.
    func bury(_ id: [UInt8], _ values: [Value], _ clock: RowClock) throws {
        let statement = try context.statement(
            database,
            """
            INSERT OR REPLACE INTO passerelle_grave (collection, id, clock, arrival, packed)
            VALUES (?1, ?2, ?3, ?4, ?5)
            """
        )
        statement.bind(layout.name, at: 1)
        statement.bind(id, at: 2)
        statement.bind(try context.encode(clock), at: 3)
        statement.bind(try context.nextArrival(), at: 4)
        statement.bind(PackedValues.encode(layout) { values[$0] }, at: 5)
        hasGraves = true
        try statement.run()
    }
}
