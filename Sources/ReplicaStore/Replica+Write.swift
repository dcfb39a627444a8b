import BundleFormat
import Causality
import Foundation
import GRDB
import Seams
import Synchronization

extension Replica {
    /// Runs an application's writes in one transaction, stamped and durable when it returns.
    ///
    /// Where `body` or the commit fails, nothing is written and no write number is used up.
    @discardableResult
    public func write<Result>(_ body: (WriteTransaction) throws -> Result) throws -> Result {
        try transaction(.capturing) { database in
            let result = try body(WriteTransaction(database, context))
            try WriteEpilogue(database, context).run()
            try ShareLog(database, context).keepSteps()
            return result
        }
    }

    /// Runs `body` in one transaction of a mode; what was advanced is put back where it fails.
    func transaction<Result>(
        _ mode: StoreContext.Mode,
        _ body: (Database) throws -> Result
    ) throws -> Result {
        try mapped {
            try queue.inDatabase { database in
                let before = context.progress
                try context.incarnation.announce(context.own, context.progress.counter)
                context.begin(mode, on: database)
                defer { context.end() }
                var hasEndedEarly = false
                do {
                    var result: Result?
                    try database.inTransaction(.immediate) {
                        defer { hasEndedEarly = !context.isInTransaction }
                        result = try body(database)
                        try context.requireTransaction()
                        try context.saveProgress(database, since: before)
                        try context.incarnation.store(in: database)
                        return .commit
                    }
                    publish()
                    guard let result else { throw ReplicaError(.statement, "no result") }
                    return result
                } catch {
                    if hasEndedEarly {
                        try context.keepProgress(database, since: before)
                    } else {
                        context.progress = before
                    }
                    throw error
                }
            }
        }
    }

    /// What holds once a transaction has committed.
    private func publish() {
        let (own, counter) = (context.own, context.progress.counter)
        context.incarnation.confirm(own, counter)
        published.withLock { $0 = own }
    }
}

extension StoreContext {
    fileprivate func begin(_ mode: Mode, on database: Database) {
        self.mode = mode
        connection = database.sqliteConnection
        self.database = database
        firstArrival = progress.arrival
        expectedArrivals = 0
        settledRows = []
        dirtyTwins = [:]
        hasInserted = false
        hasUnsized = false
        isSmall = false
        lastChanged = nil
        shareSteps = []
        triggers = TriggerSwitch()
        if mode == .capturing { time = progress.clock.tick(at: environment.clock.now()) }
    }

    fileprivate func end() {
        triggers.restore(on: connection)
        mode = .idle
        connection = nil
        database = nil
    }

    /// Keeps the numbers that were given out in a transaction that somebody ended early: what it
    /// committed bears them, and they are never given again.
    fileprivate func keepProgress(_ database: Database, since before: Progress) throws {
        try database.inTransaction(.immediate) {
            try saveProgress(database, since: before)
            return .commit
        }
    }

    /// Writes down what the transaction advanced, inside the transaction.
    fileprivate func saveProgress(_ database: Database, since before: Progress) throws {
        progress.vector.include(Dot(own, progress.counter))
        guard progress != before else { return }
        for entry in progress.vector.entries
        where before.vector[entry.replica] != entry.counter {
            let place = progress.sites.register(entry.replica)
            try database.execute(
                kept: """
                    INSERT INTO passerelle_site (place, replica, counter) VALUES (?, ?, ?)
                    ON CONFLICT (place) DO UPDATE SET counter = excluded.counter
                    """,
                arguments: [
                    place, entry.replica.bytes.data, Int64(bitPattern: entry.counter),
                ]
            )
        }
        try database.execute(
            kept: """
                UPDATE passerelle_store SET arrival = ?, last_time = ?, digest = ?, purged = ?
                """,
            arguments: [
                progress.arrival, Int64(bitPattern: progress.clock.last.rawValue),
                progress.digest?.bytes.data, ByteWriter.bytes(of: progress.purged).data,
            ]
        )
    }
}
