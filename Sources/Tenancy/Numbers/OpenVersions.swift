import Records
import ReplicaStore

/// What the conflicts of a store change in the figures.
///
/// A mark on which laptops disagree with equal weight is to be clarified. Who was registered twice
/// was registered when it was done first.
struct OpenVersions {
    private(set) var marks: Set<RowKey> = []
    private(set) var answers: Set<RowKey> = []
    private var registeredAt: [RowKey: UInt64] = [:]

    init(_ conflicts: [Conflict]) {
        for conflict in conflicts {
            let key = RowKey(conflict.id)
            switch (conflict.collection, conflict.field) {
            case ("attendance", "mark"):
                if !conflict.isSettledByRank { marks.insert(key) }
            case ("registration", "registered_at"): registeredAt[key] = conflict.earliestMoment
            case ("situation", "known_answer"): answers.insert(key)
            default: break
            }
        }
    }

    func registeredAt(_ key: RowKey, shown: UInt64) -> UInt64 { registeredAt[key] ?? shown }
}

extension Conflict {
    /// The earliest moment that a version notes.
    fileprivate var earliestMoment: UInt64? {
        ([shown] + others).compactMap { version in
            guard case .integer(let moment) = version.value else { return nil }
            return UInt64(exactly: moment)
        }.min()
    }
}
