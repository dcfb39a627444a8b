import Causality
import GRDB

/// What this replica's shares of counters were before each of its writes, as far back as nobody has
/// acknowledged them: what two lives of one replica add to a share can only be parted with it.
struct ShareLog {
    /// One write of one share: what it was before, and by which write.
    struct Step {
        let counter: UInt64
        let previous: UInt64
        let share: Element
    }

    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// Keeps the steps of the running transaction.
    func keepSteps() throws {
        for step in context.shareSteps {
            try database.execute(
                kept: """
                    INSERT OR IGNORE INTO passerelle_share
                        (counter, tag, previous, increments, decrements)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Int64(clamping: step.counter), step.share.tag, Int64(clamping: step.previous),
                    Int64(bitPattern: step.share.increments),
                    Int64(bitPattern: step.share.decrements),
                ]
            )
        }
    }

    /// Forgets the steps up to a write that is the same for everybody.
    func forget(upTo counter: UInt64) throws {
        try database.execute(
            kept: "DELETE FROM passerelle_share WHERE counter <= ?",
            arguments: [Int64(clamping: counter)]
        )
    }
}

extension StoreContext {
    /// Notes what the own share was before the newest own write of a row; a second step of the same
    /// write changes nothing.
    func noteShare(_ share: Element, in clock: RowClock) {
        let mine = clock.entries.filter { $0.dot.replica == own }
        let holder = mine.last { entry in entry.elements.contains { $0.isSameCell(as: share) } }
        guard let newest = mine.last, newest.dot != holder?.dot else { return }
        shareSteps.append(
            ShareLog.Step(
                counter: newest.dot.counter,
                previous: holder?.dot.counter ?? 0,
                share: share
            )
        )
    }
}
