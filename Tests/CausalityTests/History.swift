import Causality

/// A history of operations, told both by the specification and by the code under test.
struct History {
    private(set) var specification = HistorySpecification()
    /// What the author of each operation held just after it.
    private(set) var models: [ReplicaModel] = []

    /// Adds an operation whose author had just received everything in `received`.
    mutating func append(
        _ intent: HistorySpecification.Intent,
        replica: Int,
        time: UInt64,
        received: UInt32
    ) {
        let seen = closure(of: received | own(replica))
        specification.append(intent, replica: replica, time: time, seen: seen)
        let operation = specification.operations[models.count]
        models.append(model(of: seen).applying(operation))
    }

    /// What somebody holds who has merged the states after each operation of a closed set.
    func model(of set: UInt32) -> ReplicaModel {
        models.indices.filter { set & (1 << $0) != 0 }
            .reduce(ReplicaModel()) { ReplicaModel.join($0, models[$1]) }
    }

    /// The set with all that the authors of its operations had seen.
    func closure(of set: UInt32) -> UInt32 {
        specification.operations.indices.filter { set & (1 << $0) != 0 }
            .reduce(set) { $0 | specification.operations[$1].seen }
    }

    /// Every causally closed set of operations.
    var closedSets: [UInt32] {
        (0..<(UInt32(1) << models.count)).filter { closure(of: $0) == $0 }
    }

    private func own(_ replica: Int) -> UInt32 {
        specification.operations.indices.filter { specification.operations[$0].replica == replica }
            .reduce(0) { $0 | 1 << $1 }
    }
}
