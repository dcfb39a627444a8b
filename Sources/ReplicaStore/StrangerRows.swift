import BundleFormat
import Causality
import GRDB
import Records

/// The rows of a collection that this version does not know: merged by their clocks, kept and sent
/// on, and adopted on upgrade.
struct StrangerRows {
    private let database: Database
    private let context: StoreContext
    let collection: String

    init(_ database: Database, _ context: StoreContext, _ collection: String) {
        self.database = database
        self.context = context
        self.collection = collection
    }

    /// Whether the row was erased for good.
    func isErased(_ id: RecordID) throws -> Bool {
        try ErasedRows(database).contains(RowName(collection, id))
    }

    /// The clock of a row, an empty one where it is not there.
    func clock(of id: [UInt8]) throws -> RowClock {
        let statement = try context.statement(
            database,
            "SELECT clock FROM passerelle_stranger WHERE collection = ?1 AND id = ?2"
        )
        statement.bind(collection, at: 1)
        statement.bind(id, at: 2)
        defer { statement.reset() }
        return try statement.step() ? try context.decode(statement.bytes(0)) : RowClock()
    }

    /// Brings a row to its joined clock; every live version keeps its value.
    func settle(_ id: [UInt8], _ joined: RowClock, _ received: ReceivedValues) throws {
        let unknown = UnknownValues(database, context)
        let held = try unknown.of(id, in: collection)
        var kept: [UnknownValues.Key: Value] = [:]
        for entry in joined.entries {
            for tag in entry.fields.tags {
                let key = UnknownValues.Key(tag: tag, dot: entry.dot)
                guard let value = received[tag, entry.dot] ?? held[key] else {
                    throw ReplicaError(
                        .contradiction,
                        "the bundle names a version in ‘\(collection)’ without a value"
                    )
                }
                kept[key] = value
            }
        }
        try unknown.replace(held, with: kept, of: id, in: collection)
        try write(id, joined)
    }

    /// Takes a row out, with its values.
    func remove(_ id: [UInt8]) throws {
        let unknown = UnknownValues(database, context)
        try unknown.replace(try unknown.of(id, in: collection), with: [:], of: id, in: collection)
        let statement = try context.statement(
            database,
            "DELETE FROM passerelle_stranger WHERE collection = ?1 AND id = ?2"
        )
        statement.bind(collection, at: 1)
        statement.bind(id, at: 2)
        try statement.run()
    }

    private func write(_ id: [UInt8], _ clock: RowClock) throws {
        let statement = try context.statement(
            database,
            """
            INSERT OR REPLACE INTO passerelle_stranger (collection, id, clock, arrival)
            VALUES (?1, ?2, ?3, ?4)
            """
        )
        statement.bind(collection, at: 1)
        statement.bind(id, at: 2)
        statement.bind(try context.encode(clock), at: 3)
        statement.bind(try context.nextArrival(), at: 4)
        try statement.run()
    }
}
