import CSQLiteSettings
import GRDB
import GRDBSQLite

/// The triggers of the connection, switched off while the engine alone writes and stamps by itself.
///
/// A table with a trigger that calls a function makes SQLite prepare each update to be undone: it
/// copies every page that the update changes, although no trigger applies. While they are off, the
/// rows that the engine changes are counted: who else changes one is found out.
struct TriggerSwitch {
    /// So many rows make up for what the switch costs: every statement is prepared anew.
    static let worthwhile = 512

    private(set) var areOff = false
    /// Whether somebody else changed a row while the triggers were off.
    private(set) var hasMissed = false
    /// Whether the triggers stay on for the rest of the transaction.
    private var isHeld = false
    private var changes: Int32 = 0
    private var updates = 0

    /// Holds the triggers on for the rest of the transaction: SQL may come that is not the engine's.
    mutating func hold(on connection: OpaquePointer?) {
        isHeld = true
        restore(on: connection)
    }

    /// Notes an update that the engine stamps by itself; whether there were enough of them that those
    /// to come are better made without triggers.
    mutating func isWorthwhile() -> Bool {
        guard !isHeld, !areOff else { return false }
        updates += 1
        return updates > Self.worthwhile
    }

    /// Switches the triggers off, unless one has more to do than stamping.
    mutating func silence(_ database: Database, _ layouts: [CollectionLayout]) throws {
        guard !isHeld, !areOff, let connection = database.sqliteConnection else { return }
        guard try Self.isStamping(database, layouts) else {
            isHeld = true
            return
        }
        passerelle_enable_triggers(connection, 0)
        changes = sqlite3_total_changes(connection)
        areOff = true
    }

    /// Notes rows that the engine changed.
    mutating func note(_ count: Int) {
        if areOff { changes &+= Int32(truncatingIfNeeded: count) }
    }

    /// Switches the triggers on again.
    mutating func restore(on connection: OpaquePointer?) {
        guard areOff, let connection else { return }
        passerelle_enable_triggers(connection, 1)
        areOff = false
        hasMissed = hasMissed || sqlite3_total_changes(connection) != changes
    }

    /// Whether every trigger of the store only stamps: none looks for twins, none is the
    /// application's.
    private static func isStamping(
        _ database: Database,
        _ layouts: [CollectionLayout]
    ) throws -> Bool {
        let names = try String.fetchAll(
            database,
            sql: """
                SELECT name FROM sqlite_schema WHERE type = 'trigger'
                UNION ALL SELECT name FROM sqlite_temp_schema WHERE type = 'trigger'
                """
        )
        return Set(layouts.flatMap(\.stampTriggers).map(\.name)).isSuperset(of: names)
    }
}
