import BundleFormat
import Causality
import GRDB
import Seams

/// Watches the times that arrive with one delta, and notes the replicas whose clock cannot be right:
/// more than a day ahead of this one's, or before this software was written.
///
/// Nothing else follows from it: a wrong clock wins ties between concurrent writes, and no others.
final class ClockWatch {
    /// How far ahead a clock may be: one day, in milliseconds.
    static let tolerance: UInt64 = 86_400_000
    /// 2020-01-01T00:00:00Z, before which no clock that was set can be.
    static let beginning: UInt64 = 1_577_836_800_000

    private let database: Database
    private let context: StoreContext
    private let now: UInt64
    /// By replica, the time farthest from now and how many writes bore such times.
    private var noted: [ReplicaID: (furthest: UInt64, writes: Int64)] = [:]

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
        now = context.now
    }

    /// Looks at the writes of the rows that came.
    func note(_ block: DeltaBlock, unseenBy known: VersionVector) {
        for entry in block.entries where isSuspicious(entry.time.milliseconds) {
            let replica = block.replicas[entry.place]
            guard !known.covers(Dot(replica, entry.counter)) else { continue }
            let (time, before) = (entry.time.milliseconds, noted[replica])
            noted[replica] = (
                before.map { farther($0.furthest, time) } ?? time, (before?.writes ?? 0) + 1
            )
        }
    }

    func save() throws {
        if now < Self.beginning { noted[context.own] = (now, 0) }
        for (replica, what) in noted {
            let place = context.progress.sites.register(replica)
            let known = try Int64.fetchOne(
                database,
                kept: "SELECT furthest FROM passerelle_suspicion WHERE place = ?",
                arguments: [place]
            )
            let furthest = known.map { farther(UInt64(clamping: $0), what.furthest) }
            try database.execute(
                kept: """
                    INSERT INTO passerelle_suspicion (place, furthest, noticed_at, writes)
                    VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT (place) DO UPDATE SET furthest = excluded.furthest,
                        writes = writes + excluded.writes,
                        is_dismissed = is_dismissed AND furthest = excluded.furthest
                    """,
                arguments: [
                    place, Int64(clamping: furthest ?? what.furthest), Int64(clamping: now),
                    what.writes,
                ]
            )
        }
    }

    // Where this replica's own clock was never set, it accuses nobody of being ahead.
    private func isSuspicious(_ time: UInt64) -> Bool {
        time < Self.beginning
            || now >= Self.beginning && time > now && time - now > Self.tolerance
    }

    private func farther(_ left: UInt64, _ right: UInt64) -> UInt64 {
        func distance(_ time: UInt64) -> UInt64 { time > now ? time - now : now - time }
        return distance(left) < distance(right) ? right : left
    }
}
