import Causality
import GRDB
import Records
import Seams

/// What an application may do inside ``Replica/write(_:)``: plain SQL and GRDB records through
/// ``database``, or the record calls below, which stamp a change in the statement that makes it.
public final class WriteTransaction {
    /// The connection: `INSERT`, `UPDATE` and `DELETE` of the declared tables are captured.
    ///
    /// It belongs to this transaction: a write through one that was kept from another may be refused.
    public var database: Database {
        context.triggers.hold(on: engineDatabase.sqliteConnection)
        return engineDatabase
    }

    /// The connection, for statements of the engine that need no trigger.
    let engineDatabase: Database
    let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        engineDatabase = database
        self.context = context
    }

    /// Draws the identity of a new row, ordered by time.
    public func newID() -> RecordID {
        RecordID(
            milliseconds: context.now,
            random: context.environment.entropy.bytes(10)
        )
    }

    /// The moment that every write of this transaction carries, in milliseconds since 1970.
    public var milliseconds: UInt64 { context.time.milliseconds }

    /// Inserts a row.
    ///
    /// - Throws: ``ReplicaError`` where the collection or a field is not declared, a value has the
    ///   wrong type, or a row of that identity is there already.
    public func insert(
        _ collection: String,
        id: RecordID,
        _ values: [String: Value]
    ) throws {
        let layout = try context.layout(named: collection)
        let fields = try self.fields(of: layout, in: values)
        let names = (["id"] + fields.map(\.column)).joined(separator: ", ")
        let marks = (0...fields.count).map { "?\($0 + 1)" }.joined(separator: ", ")
        let statement = try context.statement(
            database,
            "INSERT INTO \(layout.table) (\(names)) VALUES (\(marks))"
        )
        statement.bind(id.bytes, at: 1)
        for (index, field) in fields.enumerated() {
            statement.bind(values[field.name] ?? .null, at: Int32(index) + 2)
        }
        context.isSmall = RowSize.areSmall(values.values)
        defer { context.isSmall = false }
        try statement.run()
    }

    /// Changes fields of a row; every field named is written anew, even to the value it had.
    ///
    /// - Returns: Whether there is such a row.
    @discardableResult
    public func update(
        _ collection: String,
        id: RecordID,
        _ values: [String: Value]
    ) throws -> Bool {
        let layout = try context.layout(named: collection)
        let fields = try self.fields(of: layout, in: values)
        guard !fields.isEmpty else { return true }
        return try updater(layout, fields).update(id, fields.map { values[$0.name] ?? .null })
    }

    /// Prepares the change of the same fields in many rows.
    public func updater(_ collection: String, _ names: [String]) throws -> RowUpdater {
        let layout = try context.layout(named: collection)
        return try updater(layout, try names.map { try self.field($0, of: layout) })
    }

    /// Deletes a row; whether there was one.
    @discardableResult
    public func delete(_ collection: String, id: RecordID) throws -> Bool {
        let layout = try context.layout(named: collection)
        let statement = try context.statement(
            database,
            "DELETE FROM \(layout.table) WHERE id = ?1"
        )
        statement.bind(id.bytes, at: 1)
        return try statement.run() > 0
    }

    private func updater(_ layout: CollectionLayout, _ fields: [Field]) throws -> RowUpdater {
        try RowUpdater(self, layout, fields)
    }

    /// The declared fields that `values` names, in the order of the columns.
    private func fields(
        of layout: CollectionLayout,
        in values: [String: Value]
    ) throws -> [Field] {
        for (name, value) in values {
            let field = try field(name, of: layout)
            guard field.type.admits(value) else {
                throw ReplicaError(
                    .badValue,
                    "‘\(layout.name).\(name)’ takes \(field.type.rawValue)"
                )
            }
        }
        return layout.fields.filter { values[$0.name] != nil }
    }

    private func field(_ name: String, of layout: CollectionLayout) throws -> Field {
        guard let field = layout.collection.field(named: name) else {
            throw ReplicaError(.notFound, "‘\(layout.name)’ has no field ‘\(name)’")
        }
        return field
    }
}
