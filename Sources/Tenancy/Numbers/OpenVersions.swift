import Causality
import Records
import ReplicaStore

/// What the conflicts of a store change in the figures.
///
/// A mark on which laptops disagree with equal weight is to be clarified. A time belongs to the mark
/// that it was written with: the list that was closed at 16:00 does not move a scan of 14:05. And who
/// made a row without saying a day contradicts nobody who said it.
struct OpenVersions {
    private(set) var marks: Set<RowKey> = []
    private(set) var answers: Set<RowKey> = []
    /// The rows of which some version says when somebody was reached, or interviewed.
    private(set) var saidDays: Set<RowKey> = []
    private var checkedAt: [RowKey: UInt64] = [:]
    private var registeredAt: [RowKey: UInt64] = [:]

    init(_ conflicts: [Conflict]) {
        var markDots: [RowKey: Dot] = [:]
        for conflict in conflicts where conflict.collection == "attendance" {
            if conflict.field == "mark" {
                markDots[RowKey(conflict.id)] = conflict.shown.dot
                if !conflict.isSettledByRank { marks.insert(RowKey(conflict.id)) }
            }
        }
        for conflict in conflicts {
            let key = RowKey(conflict.id)
            switch (conflict.collection, conflict.field) {
            case ("attendance", "checked_at"):
                checkedAt[key] = conflict.moment(writtenWith: markDots[key])
            case ("registration", "registered_at"):
                registeredAt[key] = conflict.moment(writtenWith: nil)
            case ("situation", "known_answer"): answers.insert(key)
            case ("identification", "contacted_on"), ("match", "interview_on"):
                saidDays.insert(key)
            default: break
            }
        }
    }

    func checkedAt(_ key: RowKey, shown: UInt64?) -> UInt64? { checkedAt[key] ?? shown }

    /// Who was registered twice was registered when it was done first.
    func registeredAt(_ key: RowKey, shown: UInt64) -> UInt64 { registeredAt[key] ?? shown }
}

extension Conflict {
    /// The moment that one write noted, else the earliest of all.
    fileprivate func moment(writtenWith dot: Dot?) -> UInt64? {
        let versions = [shown] + others
        let own = versions.filter { $0.dot == dot }
        return (own.isEmpty ? versions : own).compactMap { version in
            guard case .integer(let moment) = version.value else { return nil }
            return UInt64(exactly: moment)
        }.min()
    }
}
