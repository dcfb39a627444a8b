import Causality
import GRDB
import GRDBSQLite
import Records
import Seams

/// What one open store remembers between statements: who it is, what it has seen, and whether the
/// statement that runs now is an application's write.
///
/// It is `@unchecked Sendable` because every access happens on the serial queue of the store's only
/// connection.
final class StoreContext: @unchecked Sendable {
    /// Whose statements run now.
    enum Mode {
        /// Nobody's: writes are refused.
        case idle
        /// An application's: they are captured and stamped.
        case capturing
        /// The engine's own: they carry their clocks.
        case applying
    }

    /// What a transaction advances, put back when it fails.
    struct Progress: Equatable {
        var sites = SiteTable()
        var vector = VersionVector()
        var counter: UInt64 = 0
        var arrival: Int64 = 0
        var clock = HybridClock()
        /// The name of this replica: a store that turns out to be a copy takes another.
        var own: ReplicaID
        var ownPlace: Int
        /// The digest of the rows that are not deleted, nil where it has to be counted anew.
        var digest: SetDigest?
        /// What was freed here: who has not seen all of it may hold rows that are gone.
        var purged = VersionVector()
        /// What was stable when deletions were last looked through; not stored.
        var lastStable: VersionVector?

        static func == (left: Progress, right: Progress) -> Bool {
            left.arrival == right.arrival && left.vector == right.vector
                && left.counter == right.counter && left.digest == right.digest
                && left.purged == right.purged && left.own == right.own
        }
    }

    let environment: ReplicaEnvironment
    let layouts: [CollectionLayout]
    var progress: Progress
    var mode = Mode.idle
    /// The connection, while a transaction runs.
    var connection: OpaquePointer?
    /// The same connection as GRDB knows it.
    var database: Database?
    /// The last arrival before the running transaction.
    var firstArrival: Int64 = 0
    /// The sum of the arrival numbers that the running transaction has given out and not replaced.
    var expectedArrivals: Int64 = 0
    /// The time of every write of the running transaction.
    var time = HybridTime(rawValue: 0)
    /// Rows of the running transaction that had concurrent versions, now overwritten.
    var settledRows: Set<[UInt8]> = []
    /// Rows of the running transaction that gained or may have lost a twin, by collection.
    var dirtyTwins: [String: Set<[UInt8]>] = [:]
    /// The row that the last dot was given to, where that was a change.
    var lastChanged: RowKey?
    /// Whether the running transaction inserted a row, which may stand over a deleted one.
    var hasInserted = false
    /// Whether the running transaction wrote a row of which nothing shows that it is small enough.
    var hasUnsized = false
    /// Whether the statement that runs writes small values only.
    var isSmall = false
    /// The join that the running statement asks for.
    var join: RowJoin?
    /// Whether the triggers are on.
    var triggers = TriggerSwitch()
    /// What shares of counters were before the running transaction's writes.
    var shareSteps: [ShareLog.Step] = []
    /// The statements kept prepared, by their text.
    var statements: [String: RawStatement] = [:]
    /// The statement that ends every transaction, kept by itself: its text is long.
    var arrivalSum: RawStatement?
    /// The statement that finds a row too large to travel, kept likewise.
    var largeRow: RawStatement?
    /// The proof that the store was not put back.
    var incarnation: Incarnation
    private let layoutsByName: [String: CollectionLayout]

    init(
        environment: ReplicaEnvironment,
        layouts: [CollectionLayout],
        progress: Progress,
        incarnation: Incarnation
    ) {
        self.environment = environment
        self.incarnation = incarnation
        self.layouts = layouts
        self.progress = progress
        layoutsByName = Dictionary(
            layouts.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    var own: ReplicaID { progress.own }

    var ownPlace: Int { progress.ownPlace }

    func layout(named name: String) throws(ReplicaError) -> CollectionLayout {
        guard let layout = layoutsByName[name] else {
            throw ReplicaError(.notFound, "there is no collection ‘\(name)’ in this store")
        }
        return layout
    }

    /// The time of day here: milliseconds since 1970.
    var now: UInt64 { environment.clock.now() }

    var isInTransaction: Bool { connection.map { sqlite3_get_autocommit($0) == 0 } ?? false }

    /// Refuses to go on once the transaction of `write` has ended: SQLite ends it by itself on some errors, and a
    /// statement after that would be committed alone, under a number that is then given again.
    func requireTransaction() throws(ReplicaError) {
        guard isInTransaction else {
            throw ReplicaError(
                .statement,
                "the transaction was ended inside write { }: leave COMMIT and ROLLBACK to it"
            )
        }
    }

    func nextDot() throws(ReplicaError) -> Dot {
        guard mode == .capturing else {
            throw ReplicaError(.statement, "write inside Replica.write { }, not outside it")
        }
        lastChanged = nil
        return try ownDot()
    }

    /// Takes a number for a write that the engine itself makes while it merges.
    func ownDot() throws(ReplicaError) -> Dot {
        try requireTransaction()
        guard progress.counter < UInt64(Int64.max) else {
            throw ReplicaError(.damaged, "this replica has no write numbers left")
        }
        progress.counter += 1
        return Dot(own, progress.counter)
    }

    /// The time of a write that the engine itself makes.
    func ownTime() -> HybridTime { progress.clock.tick(at: environment.clock.now()) }

    /// The dot of a change of a row: the last one again, where it went to the same row, so that the
    /// fields that one statement changes are one write.
    func dot(ofChangeOf row: RowKey?) throws(ReplicaError) -> Dot {
        if mode == .capturing, row != nil, row == lastChanged { return Dot(own, progress.counter) }
        let dot = try nextDot()
        lastChanged = row
        return dot
    }

    func nextArrival() throws(ReplicaError) -> Int64 {
        guard mode != .idle else {
            throw ReplicaError(.statement, "write inside Replica.write { }, not outside it")
        }
        try requireTransaction()
        guard progress.arrival < .max else {
            throw ReplicaError(.damaged, "this store has no arrival numbers left")
        }
        progress.arrival += 1
        expectedArrivals &+= progress.arrival - firstArrival
        return progress.arrival
    }

    /// Takes back the last arrival number, which nothing bears.
    func returnArrival() {
        expectedArrivals &-= progress.arrival - firstArrival
        progress.arrival -= 1
    }

    /// Notes that a row which had that arrival number gets another.
    func noteReplaced(arrival: Int64) {
        if arrival > firstArrival { expectedArrivals &-= arrival - firstArrival }
    }

    func encode(_ clock: RowClock) throws(ReplicaError) -> [UInt8] {
        try ClockCoding.encode(clock, progress.sites)
    }

    func decode(_ bytes: [UInt8]) throws(ReplicaError) -> RowClock {
        try ClockCoding.decode(bytes, progress.sites)
    }
}
