import Crypto
import GRDB
import Records

/// The rows that were erased for good: their addresses, and nothing else of them.
struct ErasedRows {
    private let database: Database

    init(_ database: Database) { self.database = database }

    var isEmpty: Bool {
        get throws {
            try Bool.fetchOne(
                database.cachedStatement(
                    sql: "SELECT NOT EXISTS (SELECT 1 FROM passerelle_erased)"
                )
            ) ?? true
        }
    }

    func contains(_ row: RowName) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM passerelle_erased WHERE collection = ? AND id = ?)
                    """
            ),
            arguments: [row.collection, row.id.bytes.data]
        ) ?? false
    }

    func insert(_ row: RowName) throws {
        try database.execute(
            kept: "INSERT OR IGNORE INTO passerelle_erased (collection, id) VALUES (?, ?)",
            arguments: [row.collection, row.id.bytes.data]
        )
    }

    /// Every address, by the bytes of the identity, then of the collection's name.
    func all() throws -> [RowName] {
        let rows = try Row.fetchAll(
            database,
            kept: "SELECT collection, id FROM passerelle_erased ORDER BY id, collection"
        )
        return rows.compactMap { row in
            guard let collection = row.text("collection"),
                let id = row.bytes("id").flatMap(RecordID.init(bytes:))
            else { return nil }
            return RowName(collection, id)
        }
    }

    /// Sixteen bytes that are equal where the same rows were erased: how many they are (four bytes), and
    /// the start of SHA-256 over the addresses in order, each its identity, the length of its
    /// collection's name (one byte), the name.
    func digest() throws -> [UInt8] {
        var hash = SHA256()
        let rows = try all()
        for row in rows {
            let name = Array(row.collection.utf8)
            hash.update(data: row.id.bytes + [UInt8(clamping: name.count)] + name)
        }
        let count = UInt32(clamping: rows.count)
        return withUnsafeBytes(of: count.bigEndian, Array.init) + hash.finalize().prefix(12)
    }
}
