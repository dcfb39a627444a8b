import Causality
import Records

/// All transactions of one landlord, and what each of them had seen.
package final class History {
    /// One transaction that is in a store, or may be.
    struct Transaction {
        let number: Int
        let author: [UInt8]
        let seen: WriteSet
        /// Whether a row of the newer collection was written too.
        var hasVisit = false
        var effects: [(row: RecordID, effect: Effect, shown: [UInt8: Value])] = []
    }

    let rule: DeleteRule
    /// What each transaction had seen when it was made, by number; nil where it was never made.
    private(set) var made: [WriteSet?] = []
    private var authors: [Int: [UInt8]] = [:]
    /// The replicas that everybody waits for before a deletion is freed.
    var listed: Set<[UInt8]> = []
    private var rows: [RecordID: RowHistory] = [:]
    /// The rows in the order in which they came.
    private(set) var order: [RecordID] = []
    /// All transactions that are in a store.
    private(set) var all = WriteSet()
    /// Those that were on a disk that was put back and perhaps nowhere else: they may be gone.
    private(set) var perhapsGone = WriteSet()
    /// Those that nobody may lose.
    var required: WriteSet { all.subtracting(perhapsGone) }
    /// Those that wrote a row of the newer collection.
    private(set) var visits = WriteSet()

    /// Those that somebody took over as writes of their own: they may be seen without what they had seen.
    private(set) var adopted = WriteSet()
    private var adoptedRows: Set<RecordID> = []

    init(_ rule: DeleteRule) { self.rule = rule }

    /// Notes transactions and rows that were taken over: of them, nothing tells who wrote what.
    func adopt(_ numbers: Set<Int>, rows: Set<RecordID>) {
        for number in numbers { adopted.insert(number) }
        adoptedRows.formUnion(rows)
    }

    func isAdopted(_ row: RecordID) -> Bool { adoptedRows.contains(row) }

    /// A number for a transaction that is about to be made.
    func nextNumber() -> Int {
        made.append(nil)
        return made.count - 1
    }

    /// Notes a transaction that is in its author's store.
    func commit(_ transaction: Transaction) {
        made[transaction.number] = transaction.seen
        authors[transaction.number] = transaction.author
        all.insert(transaction.number)
        if transaction.hasVisit { visits.insert(transaction.number) }
        for (row, effect, shown) in transaction.effects {
            history(of: row).note(
                effect,
                by: transaction.number,
                transaction.author,
                seen: transaction.seen,
                rule,
                shown: shown
            )
        }
    }

    func view(_ row: RecordID, _ seen: WriteSet) -> RowView {
        history(of: row).view(seen, rule)
    }

    /// Whether nobody has written the row, or somebody who is among those seen.
    func isKnown(_ row: RecordID, _ seen: WriteSet) -> Bool {
        history(of: row).isEmpty || history(of: row).isKnown(seen)
    }

    func giveUp(_ writes: WriteSet) { perhapsGone.formUnion(writes) }

    func isDoubtful(_ row: RecordID) -> Bool { history(of: row).isDoubtful }

    /// Whether somebody whom nobody waited for wrote a row that somebody else deleted without having seen
    /// that: the deletion, and what it hid, may have been freed by then.
    func isUnsettled(_ row: RecordID) -> Bool {
        history(of: row).hasRivals { written, deleted in
            authors[written].map { !listed.contains($0) } ?? true
                && made[deleted]?.contains(written) != true
        }
    }

    /// Whether somebody deleted a version of a row knowingly.
    func wasDeleted(_ version: Version, of row: RecordID) -> Bool {
        history(of: row).wasDeleted(version)
    }

    /// Whether a set of transactions holds all that its members had seen.
    func isCausal(_ seen: WriteSet) -> Bool {
        seen.numbers.allSatisfy {
            adopted.contains($0) || made[$0]?.isSubset(of: seen) ?? false
        }
    }

    private func history(of row: RecordID) -> RowHistory {
        if let history = rows[row] { return history }
        let history = RowHistory()
        rows[row] = history
        order.append(row)
        return history
    }
}
