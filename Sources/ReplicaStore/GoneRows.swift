import BundleFormat
import Causality
import Records

/// Rows of one collection that one side has freed, after their deletion was stable, and that the
/// other side still holds.
///
/// Only a replica that was set aside, or that nobody knew of, gets here. What it wrote meanwhile
/// comes back whole where the whole row is at hand, else it is rescued into the inbox.
struct GoneRows {
    private let rows: RowStatements
    private let rescue: Rescue

    init(_ rows: RowStatements) {
        self.rows = rows
        rescue = Rescue(rows.database, rows.context, rows.layout)
    }

    private var context: StoreContext { rows.context }

    private var revivals: Revivals { Revivals(rows.database, context) }

    /// A row that is not here, of which the sender names writes that were seen here: it was freed.
    ///
    /// - Returns: Whether the row is kept again, shown or buried.
    func takeBack(
        _ theirs: RowDelta,
        _ received: ReceivedValues,
        known: VersionVector,
        target: VersionVector
    ) throws -> Bool {
        let fresh = theirs.clock.entries.filter { !known.covers($0.dot) }
        guard !fresh.isEmpty, var clock = RowClock(fresh) else { return false }
        let id = theirs.id.bytes
        let merger = RowMerger(rows, received, id, .nowhere)
        // A sender that has seen the deletion wrote to the row all the same: the row is its.
        if theirs.isWhole, target.covers(context.progress.purged) {
            context.progress.digest?.add(theirs.clock)
            _ = try merger.settle(RowClock(), theirs.clock)
            return true
        }
        try cut(&clock, id) { received[$0, $1] }
        _ = try merger.settle(RowClock(), clock)
        return true
    }

    /// A row that is new here, from a sender that has not seen all that was freed here: it may stand
    /// where a row was freed that others still keep as deleted.
    ///
    /// A mark of this replica's own, which has seen that deletion, takes the deletion away there.
    func takeTwin(_ theirs: RowDelta, _ received: ReceivedValues) throws {
        var clock = theirs.clock
        if clock.isVisible(under: rows.layout.collection.deleteRule) {
            clock.mark(dot: try context.ownDot(), time: context.ownTime())
        }
        context.progress.digest?.add(clock)
        _ = try RowMerger(rows, received, theirs.id.bytes, .nowhere).settle(RowClock(), clock)
    }

    /// Rescues this replica's own writes that are missing in a marked row: somebody freed a deletion
    /// that hid them, and them with it.
    ///
    /// What a deletion has seen, or somebody has decided about, is not missed.
    func rescueOwn(
        _ id: [UInt8],
        _ mine: RowClock,
        _ joined: RowClock,
        at place: RowStatements.Place
    ) throws {
        let lost = mine.unseenByDeletions.filter {
            $0.dot.replica == context.own && joined.entry($0.dot) == nil
        }
        guard !lost.isEmpty, let clock = RowClock(lost) else { return }
        let isShown = mine.isVisible(under: rows.layout.collection.deleteRule)
        guard try isShown || revivals.isListed(id, in: rows.layout) else { return }
        let held = try HeldValues(rows, id, at: place)
        try rescue.list(clock, of: id) { held[$0, $1] }
    }

    /// A row that is here, of which a sender that freed more than was seen here has not heard: it is
    /// marked like one that was taken from there.
    func keepTwin(_ id: [UInt8]) throws {
        let (mine, place) = try rows.clock(of: id)
        guard place == .table else { return }
        var clock = mine
        clock.mark(dot: try context.ownDot(), time: context.ownTime())
        context.progress.digest?.replace(mine, with: clock)
        _ = try RowMerger(rows, ReceivedValues(), id, place).settle(mine, clock)
    }

    /// A row that is here and that the sender, who tells all that it holds, does not hold.
    ///
    /// `target` is all that the sender had seen; `isBehind` says whether it may have freed a deletion
    /// that was not seen here.
    ///
    /// - Returns: Whether anything of the row changed here.
    func release(_ id: [UInt8], target: VersionVector, isBehind: Bool) throws -> Bool {
        let (mine, place) = try rows.clock(of: id)
        let unseen = mine.entries.filter { !target.covers($0.dot) }
        guard unseen.count < mine.entries.count, var clock = RowClock(unseen) else { return false }
        // Here the deletion was seen, and the row stands all the same: the sender takes it back whole.
        guard isBehind || unseen.isEmpty else { return false }
        // A hidden edit that was listed here, and that nobody decided about, goes with its row there.
        try revivals.rescue([id.data], in: rows.layout)
        context.progress.digest?.remove(mine)
        let held = try HeldValues(rows, id, at: place)
        try cut(&clock, id) { held[$0, $1] }
        _ = try RowMerger(rows, ReceivedValues(), id, place).settle(mine, clock)
        return true
    }

    /// Settles what is left of a row of which the rest was freed: content that no deletion has seen is
    /// rescued and deleted, since half a row is never shown.
    ///
    /// The mark says that the rest is missing: where it still stands, its authors keep their own.
    private func cut(
        _ clock: inout RowClock,
        _ id: [UInt8],
        value: (UInt8, Dot) -> Value?
    ) throws {
        guard !clock.entries.isEmpty else { return }
        if clock.isVisible(under: .editWins) {
            try rescue.list(clock, of: id, value: value)
            clock.bury(dot: try context.ownDot(), time: context.ownTime())
        }
        clock.mark(dot: try context.ownDot(), time: context.ownTime())
    }
}
