import Causality
import Records

/// A prepared insertion of many rows with the same fields: one statement writes values and clock.
public struct RowInserter {
    private let statement: RawStatement
    private let context: StoreContext
    private let fields: [Field]
    private let mask: FieldMask

    init(_ transaction: WriteTransaction, _ layout: CollectionLayout, _ fields: [Field]) throws {
        self.fields = fields
        context = transaction.context
        mask = layout.plain.union(.row)
        let names = (["id"] + fields.map(\.column) + ["_clock", "_arrival"]).joined(separator: ", ")
        let marks = (1...fields.count + 3).map { "?\($0)" }.joined(separator: ", ")
        // Members and shares are stamped by a trigger.
        let isPlain = layout.composite.isEmpty
        statement = try context.statement(
            isPlain ? transaction.engineDatabase : transaction.database,
            "INSERT INTO \(layout.table) (\(names)) VALUES (\(marks))"
        )
    }

    /// Inserts a row with the values, in the order of the fields' names.
    ///
    /// - Throws: ``ReplicaError`` where a value has the wrong type or a row of that identity is
    ///   there already.
    public func insert(_ id: RecordID, _ values: [Value]) throws {
        statement.bind(id.bytes, at: 1)
        try statement.bind(values, of: fields, from: 2)
        if !RowSize.areSmall(values) { context.hasUnsized = true }
        let end = Int32(fields.count)
        let dot = try context.nextDot()
        context.hasInserted = true
        context.progress.digest?.add(dot.replica, dot.counter, mask)
        statement.bind(
            FreshStamp(place: context.ownPlace, dot.counter, context.time, mask),
            at: end + 2
        )
        statement.bind(try context.nextArrival(), at: end + 3)
        context.triggers.note(try statement.run())
    }
}

extension WriteTransaction {
    /// Prepares the insertion of many rows with the same fields; the others stay empty.
    public func inserter(_ collection: String, _ names: [String]) throws -> RowInserter {
        let layout = try context.layout(named: collection)
        let fields = try names.map { name in
            guard let field = layout.collection.field(named: name) else {
                throw ReplicaError(.notFound, "‘\(layout.name)’ has no field ‘\(name)’")
            }
            return field
        }
        return try RowInserter(self, layout, fields)
    }
}
