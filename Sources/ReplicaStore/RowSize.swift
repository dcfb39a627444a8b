import BundleFormat
import GRDB
import Records

/// Refuses rows that no bundle could carry, at the end of the transaction that writes them.
///
/// Most rows are known to be small from the values that the record API was given. The rows of a
/// transaction are measured where one was given a longer value, or free SQL inserted.
struct RowSize {
    /// The most bytes that the values and the clock of a row may take here.
    ///
    /// It is half of what a bundle carries, so that a version of a colleague's can travel beside it.
    static let limit = DeltaLimits.rowWeight / 2
    /// Up to here a value is small: a row of small values alone is within the limit.
    static let small = 1 << 14

    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    static func areSmall(_ values: some Sequence<Value>) -> Bool {
        values.allSatisfy { value in
            switch value {
            case .null, .integer: true
            case .text(let text): text.utf8.count <= small
            case .blob(let bytes): bytes.count <= small
            }
        }
    }

    func check() throws {
        guard context.hasUnsized else { return }
        let statement = try statement()
        statement.bind(context.firstArrival, at: 1)
        defer { statement.reset() }
        guard try statement.step() else { return }
        let layout = try context.layout(named: statement.text(0))
        let field = try largestField(of: statement.bytes(1), in: layout)
        throw ReplicaError(
            .tooLarge,
            "a row of ‘\(layout.name)’ takes \(statement.integer(2)) bytes, most of them in "
                + "‘\(field)’: a row takes at most \(Self.limit)"
        )
    }

    /// The first row that arrived after a number and is beyond the limit: collection, id, bytes.
    private func statement() throws -> RawStatement {
        if let known = context.largeRow { return known }
        let rows = context.layouts.map { layout in
            let bytes = (Self.columns(of: layout) + ["_clock"]).map(Self.length)
                .joined(separator: " + ")
            return """
                SELECT '\(layout.name)' AS name, id, \(bytes) AS bytes
                FROM \(layout.table) WHERE _arrival > ?1
                """
        }
        let statement = try RawStatement(
            database,
            """
            SELECT name, id, bytes FROM (\(rows.joined(separator: " UNION ALL ")))
            WHERE bytes > \(Self.limit) LIMIT 1
            """
        )
        context.largeRow = statement
        return statement
    }

    private func largestField(of id: [UInt8], in layout: CollectionLayout) throws -> String {
        var largest = (name: "_clock", bytes: Int64(0))
        for field in layout.fields {
            let bytes = try Int64.fetchOne(
                database,
                kept: "SELECT \(Self.length(field.column)) FROM \(layout.table) WHERE id = ?",
                arguments: [id.data]
            )
            if let bytes, bytes > largest.bytes { largest = (field.name, bytes) }
        }
        return largest.name
    }

    private static func columns(of layout: CollectionLayout) -> [String] {
        layout.fields.filter { $0.type != .integer }.map(\.column)
    }

    private static func length(_ column: String) -> String {
        "coalesce(length(CAST(\(column) AS BLOB)), 0)"
    }
}
