import Causality
import GRDB
import Records

/// The values of fields that this version does not know: kept, sent on, and adopted on upgrade.
struct UnknownValues {
    typealias Key = Siblings.Key

    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    func of(_ id: [UInt8], in collection: String) throws -> [Key: Value] {
        let statement = try context.statement(
            database,
            """
            SELECT tag, place, counter, value FROM passerelle_unknown
            WHERE collection = ?1 AND id = ?2
            """
        )
        statement.bind(collection, at: 1)
        statement.bind(id, at: 2)
        defer { statement.reset() }
        var values: [Key: Value] = [:]
        while try statement.step() {
            guard let replica = context.progress.sites.replica(at: Int(statement.integer(1))) else {
                throw ReplicaError(.damaged, "a kept value is of no replica: restore a backup")
            }
            let dot = Dot(replica, UInt64(bitPattern: statement.integer(2)))
            values[Key(tag: UInt8(clamping: statement.integer(0)), dot: dot)] = statement.value(3)
        }
        return values
    }

    /// Keeps exactly these values of a row.
    func replace(
        _ old: [Key: Value],
        with new: [Key: Value],
        of id: [UInt8],
        in collection: String
    ) throws {
        for key in old.keys where new[key] == nil { try remove(key, of: id, in: collection) }
        for (key, value) in new where old[key] == nil {
            let statement = try context.statement(
                database,
                """
                INSERT INTO passerelle_unknown (collection, id, tag, place, counter, value)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                """
            )
            bind(key, of: id, in: collection, to: statement)
            statement.bind(value, at: 6)
            try statement.run()
        }
    }

    /// Lets kept values follow a clock that was stamped anew here: a row that came back from a
    /// deletion has its values under another write.
    func follow(_ clock: RowClock, of id: [UInt8], in layout: CollectionLayout) throws {
        let held = try of(id, in: layout.name)
        if held.isEmpty { return }
        func isLive(_ key: Key) -> Bool {
            clock.entry(key.dot)?.fields.contains(.field(key.tag)) == true
        }
        var kept = held.filter { kept in
            isLive(kept.key) && !layout.known.contains(.field(kept.key.tag))
        }
        for entry in clock.entries {
            for tag in entry.fields.content.subtracting(layout.known).tags {
                let key = Key(tag: tag, dot: entry.dot)
                let last = held.keys.filter { $0.tag == tag && !isLive($0) }
                    .max { $0.dot < $1.dot }
                if kept[key] == nil { kept[key] = last.flatMap { held[$0] } }
            }
        }
        try replace(held, with: kept, of: id, in: layout.name)
    }

    private func remove(_ key: Key, of id: [UInt8], in collection: String) throws {
        let statement = try context.statement(
            database,
            """
            DELETE FROM passerelle_unknown
            WHERE collection = ?1 AND id = ?2 AND tag = ?3 AND place = ?4 AND counter = ?5
            """
        )
        bind(key, of: id, in: collection, to: statement)
        try statement.run()
    }

    private func bind(
        _ key: Key,
        of id: [UInt8],
        in collection: String,
        to statement: RawStatement
    ) {
        statement.bind(collection, at: 1)
        statement.bind(id, at: 2)
        statement.bind(Int64(key.tag), at: 3)
        statement.bind(Int64(context.progress.sites.place(of: key.dot.replica) ?? -1), at: 4)
        statement.bind(Int64(bitPattern: key.dot.counter), at: 5)
    }
}
