import Causality
import GRDB
import Records
import Seams

/// What every transaction leaves the inbox as: lines go when what they tell is no longer so.
struct InboxUpkeep {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    func run() throws {
        for (name, ids) in context.dirtyTwins {
            try Twins(database, context, try context.layout(named: name)).settle(ids)
        }
        context.dirtyTwins = [:]
        try forgetCaughtUp()
        try forgetRewritten()
    }

    /// Makes anew what follows from the declaration of the collections.
    func rebuild() throws {
        for layout in context.layouts { try Twins(database, context, layout).rebuild() }
    }

    /// A clock that was ahead is forgotten once the day that it told has come; this replica's own,
    /// once it is set.
    private func forgetCaughtUp() throws {
        let statement = try context.statement(
            database,
            """
            DELETE FROM passerelle_suspicion
            WHERE furthest <= ?1 AND (furthest >= ?2 OR place = ?3 AND ?1 >= ?2)
            """
        )
        statement.bind(Int64(clamping: context.now), at: 1)
        statement.bind(Int64(ClockWatch.beginning), at: 2)
        statement.bind(Int64(context.ownPlace), at: 3)
        try statement.run()
    }

    /// Versions listed again by an undone decision go once somebody writes their field.
    private func forgetRewritten() throws {
        let statement = try context.statement(
            database,
            "SELECT number, collection, id, tag, undo_place, undo_counter FROM passerelle_reopened"
        )
        var rewritten: [Int64] = []
        defer { statement.reset() }
        while try statement.step() {
            guard case .text(let name) = statement.value(1),
                let layout = try? context.layout(named: name),
                let replica = context.progress.sites.replica(at: Int(statement.integer(4)))
            else { continue }
            let undo = Dot(replica, UInt64(bitPattern: statement.integer(5)))
            let tag = UInt8(clamping: statement.integer(3))
            let clock = try RowStatements(database, context, layout).clock(of: statement.bytes(2))
            if clock.clock.versions(of: tag).map(\.dot) != [undo] {
                rewritten.append(statement.integer(0))
            }
        }
        for number in rewritten {
            try database.execute(
                kept: "DELETE FROM passerelle_reopened WHERE number = ?",
                arguments: [number]
            )
        }
    }
}
