import Foundation
import GRDB
import Records
import ReplicaStore

/// The rows of the store that are about people, found by the columns that name a file.
struct PersonRows {
    /// A column that names a file.
    struct Reference: Hashable {
        let collection: String
        let column: String
    }

    /// Every such column of the schema: `tenant` wherever it stands, and those of other names.
    static let references: [Reference] = {
        let others = [
            Reference(collection: "tenant_merge", column: "kept"),
            Reference(collection: "tenant_merge", column: "merged"),
            Reference(collection: "duplicate_decision", column: "first"),
            Reference(collection: "duplicate_decision", column: "second"),
            Reference(collection: "journal", column: "subject"),
        ]
        let schema = try? TenancySchema.make()
        return others
            + (schema?.collections ?? []).filter { $0.field(named: "tenant") != nil }
            .map { Reference(collection: $0.name, column: "tenant") }
    }()

    private let database: Database

    init(_ database: Database) { self.database = database }

    /// The rows about some files, the files themselves included, each with the file that it names.
    func rows(of files: Set<RecordID>) throws -> [RowName: RecordID] {
        guard !files.isEmpty else { return [:] }
        let marks = files.map { _ in "?" }.joined(separator: ", ")
        let arguments = StatementArguments(files.map(\.data))
        var rows = try rows("IN (\(marks))", arguments)
        for file in files { rows[RowName("tenant", file)] = file }
        return rows
    }

    /// The rows about files that were erased here, each with the file that it names.
    func rowsOfErased() throws -> [RowName: RecordID] {
        try rows("IN (SELECT id FROM passerelle_erased WHERE collection = 'tenant')", [])
    }

    /// The files that stand here and were merged with one of those, by somebody who knew nothing of the
    /// order.
    func linked(to rows: [RowName: RecordID], erasing files: Set<RecordID>) throws -> [RecordID] {
        let merges = rows.keys.filter { $0.collection == "tenant_merge" }
        var linked: Set<RecordID> = []
        for merge in merges {
            let row = try Row.fetchOne(
                database,
                sql: "SELECT kept, merged FROM tenant_merge WHERE id = ? AND undone_at IS NULL",
                arguments: [merge.id.data]
            )
            guard let row else { continue }
            for column in ["kept", "merged"] {
                if let file = RecordID(row, column), !files.contains(file) { linked.insert(file) }
            }
        }
        return linked.sorted()
    }

    private func rows(
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> [RowName: RecordID] {
        var found: [RowName: RecordID] = [:]
        for reference in Self.references {
            let table = reference.collection.quotedDatabaseIdentifier
            let column = reference.column.quotedDatabaseIdentifier
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT id, \(column) AS _file FROM \(table) WHERE \(column) \(condition)",
                arguments: arguments
            )
            for row in rows {
                guard let id = RecordID(row, "id"), let file = RecordID(row, "_file") else {
                    continue
                }
                found[RowName(reference.collection, id)] = file
            }
        }
        return found
    }
}
