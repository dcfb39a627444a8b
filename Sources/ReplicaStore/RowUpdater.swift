import Causality
import Records

/// A prepared change of the same fields in many rows: one statement writes values and clock.
public struct RowUpdater {
    private let transaction: WriteTransaction
    private let statement: RawStatement
    private let fields: [Field]
    private let mask: FieldMask

    init(_ transaction: WriteTransaction, _ layout: CollectionLayout, _ fields: [Field]) throws {
        typealias Function = CollectionLayout.Function
        guard Set(fields.map(\.tag)).count == fields.count, !fields.isEmpty else {
            throw ReplicaError(.badValue, "name each field of a change once, and at least one")
        }
        self.transaction = transaction
        mask = layout.written(with: fields.map(\.name)).union(.row)
        self.fields = fields
        let places = Dictionary(
            uniqueKeysWithValues: fields.enumerated().map { ($1.tag, "?\($0 + 2)") }
        )
        let clock = layout.stampMembers(
            over: "\(Function.change)(_clock, \(mask.rawValue), id, '\(layout.name)', _arrival)",
            of: fields.filter(\.rule.isComposite),
            old: { $0.column },
            new: { places[$0.tag] ?? "NULL" }
        )
        let columns = fields.map { "\($0.column) = \(places[$0.tag] ?? "NULL")" }
        let set = (columns + ["_clock = \(clock)", "_arrival = \(Function.arrival)()"])
            .joined(separator: ", ")
        statement = try transaction.context.statement(
            transaction.engineDatabase,
            "UPDATE \(layout.table) SET \(set) WHERE id = ?1"
        )
    }

    /// Writes the values, in the order of the fields' names; whether there is such a row.
    @discardableResult
    public func update(_ id: RecordID, _ values: [Value]) throws -> Bool {
        statement.bind(id.bytes, at: 1)
        try statement.bind(values, of: fields, from: 2)
        let context = transaction.context
        if context.mode == .capturing, context.triggers.isWorthwhile() {
            try context.triggers.silence(transaction.engineDatabase, context.layouts)
        }
        context.isSmall = RowSize.areSmall(values)
        if !context.isSmall { context.hasUnsized = true }
        defer { context.isSmall = false }
        let count = try statement.run()
        context.triggers.note(count)
        return count > 0
    }
}
