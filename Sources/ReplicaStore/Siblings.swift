import Causality
import GRDB
import Records

/// The concurrent versions of fields that are not shown.
struct Siblings {
    /// Which version of which field of a row.
    struct Key: Hashable {
        let tag: UInt8
        let dot: Dot
    }

    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    func of(_ id: [UInt8], in layout: CollectionLayout) throws -> [Key: Value] {
        let statement = try context.statement(
            database,
            """
            SELECT tag, place, counter, value FROM passerelle_sibling
            WHERE id = ?1 AND collection = ?2
            """
        )
        statement.bind(id, at: 1)
        statement.bind(layout.name, at: 2)
        var siblings: [Key: Value] = [:]
        while try statement.step() {
            guard let replica = context.progress.sites.replica(at: Int(statement.integer(1))) else {
                throw ReplicaError(.damaged, "a sibling is of no replica: restore a backup")
            }
            let dot = Dot(replica, UInt64(bitPattern: statement.integer(2)))
            siblings[Key(tag: UInt8(clamping: statement.integer(0)), dot: dot)] =
                statement.value(3)
        }
        return siblings
    }

    func insert(
        _ key: Key,
        _ value: Value,
        at milliseconds: UInt64,
        of id: [UInt8],
        in layout: CollectionLayout
    ) throws {
        let statement = try context.statement(
            database,
            """
            INSERT INTO passerelle_sibling
                (id, collection, tag, place, counter, value, milliseconds)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """
        )
        bind(key, of: id, in: layout, to: statement)
        statement.bind(value, at: 6)
        statement.bind(Int64(clamping: milliseconds), at: 7)
        try statement.run()
    }

    func remove(_ key: Key, of id: [UInt8], in layout: CollectionLayout) throws {
        let statement = try context.statement(
            database,
            """
            DELETE FROM passerelle_sibling
            WHERE id = ?1 AND collection = ?2 AND tag = ?3 AND place = ?4 AND counter = ?5
            """
        )
        bind(key, of: id, in: layout, to: statement)
        try statement.run()
    }

    private func bind(
        _ key: Key,
        of id: [UInt8],
        in layout: CollectionLayout,
        to statement: RawStatement
    ) {
        statement.bind(id, at: 1)
        statement.bind(layout.name, at: 2)
        statement.bind(Int64(key.tag), at: 3)
        statement.bind(Int64(context.progress.sites.place(of: key.dot.replica) ?? -1), at: 4)
        statement.bind(Int64(bitPattern: key.dot.counter), at: 5)
    }
}
