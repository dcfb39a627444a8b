import Causality
import Foundation
import GRDB
import Records

/// The rows that somebody deleted while somebody else edited them: listed until somebody who has
/// seen both writes or deletes.
struct Revivals {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// Lists a row, or no longer, as its clock now says.
    func settle(_ id: [UInt8], _ clock: RowClock, in layout: CollectionLayout) throws {
        guard clock.isMarkedDeleted, clock.isVisible(under: .editWins),
            let loser = Self.loser(of: clock, under: layout.collection.deleteRule)
        else { return try remove(id, in: layout) }
        let statement = try context.statement(
            database,
            """
            INSERT INTO passerelle_revival
                (collection, id, is_shown, place, counter, milliseconds)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (collection, id) DO UPDATE SET is_shown = excluded.is_shown,
                place = excluded.place, counter = excluded.counter,
                milliseconds = excluded.milliseconds, is_dismissed = 0
            WHERE (place, counter) IS NOT (excluded.place, excluded.counter)
            """
        )
        statement.bind(layout.name, at: 1)
        statement.bind(id, at: 2)
        statement.bind(Int64(layout.collection.deleteRule == .editWins ? 1 : 0), at: 3)
        statement.bind(Int64(context.progress.sites.place(of: loser.dot.replica) ?? -1), at: 4)
        statement.bind(Int64(bitPattern: loser.dot.counter), at: 5)
        statement.bind(Int64(clamping: loser.time.milliseconds), at: 6)
        try statement.run()
    }

    /// Keeps edits of hidden rows that are freed now, as work for people to adopt.
    ///
    /// They were listed, and nobody has decided. Each replica keeps its own, and those of replicas that
    /// nobody waits for.
    func rescue(_ freed: [Data], in layout: CollectionLayout) throws {
        let listed = try freed.map { [UInt8]($0) }.filter { try isListed($0, in: layout) }
        if listed.isEmpty { return }
        let rows = try RowStatements(database, context, layout)
        let rescue = Rescue(database, context, layout)
        let aside = try Peers(database, context).all().filter(\.isAside).map(\.replica)
        let authors = Set(aside + [context.own])
        for id in listed {
            let (clock, place) = try rows.clock(of: id)
            let held = try HeldValues(rows, id, at: place)
            let kept = clock.unseenByDeletions.filter { authors.contains($0.dot.replica) }
            try rescue.list(RowClock(kept) ?? RowClock(), of: id) { held[$0, $1] }
        }
    }

    /// Whether a row is listed and nobody has decided.
    func isListed(_ id: [UInt8], in layout: CollectionLayout) throws -> Bool {
        let statement = try context.statement(
            database,
            """
            SELECT 1 FROM passerelle_revival WHERE collection = ?1 AND id = ?2 AND NOT is_dismissed
            """
        )
        statement.bind(layout.name, at: 1)
        statement.bind(id, at: 2)
        defer { statement.reset() }
        return try statement.step()
    }

    private func remove(_ id: [UInt8], in layout: CollectionLayout) throws {
        let statement = try context.statement(
            database,
            "DELETE FROM passerelle_revival WHERE collection = ?1 AND id = ?2"
        )
        statement.bind(layout.name, at: 1)
        statement.bind(id, at: 2)
        try statement.run()
    }

    /// The latest write of the side that lost: a deletion, or an edit that no deletion has seen.
    private static func loser(of clock: RowClock, under rule: DeleteRule) -> ClockEntry? {
        let deletions = clock.entries.filter { $0.fields.contains(.deletion) }
        if rule == .editWins { return deletions.max(by: ClockEntry.precedes) }
        return clock.unseenByDeletions.max(by: ClockEntry.precedes)
    }
}
