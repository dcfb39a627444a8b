/// For each replica, the highest counter seen: what somebody knows, as one small value.
///
/// A vector says that *every* write up to the counter was seen, or superseded by one that was; it
/// never has holes. Entries are kept sorted by replica, so equal knowledge is an equal value.
public struct VersionVector: Hashable, Sendable {
    /// One replica and the highest of its counters that was seen (never 0).
    public struct Entry: Hashable, Sendable {
        /// The replica.
        public let replica: ReplicaID
        /// The highest counter seen from it.
        public var counter: UInt64

        /// Creates an entry.
        public init(replica: ReplicaID, counter: UInt64) {
            self.replica = replica
            self.counter = counter
        }
    }

    /// The entries, in the order of their replicas, without zero counters.
    public private(set) var entries: [Entry] = []

    /// Creates the vector of somebody who has seen nothing.
    public init() {}

    /// Creates a vector from counters by replica; zero counters are left out.
    public init(_ counters: [ReplicaID: UInt64]) {
        entries = counters.filter { $0.value > 0 }
            .map { Entry(replica: $0.key, counter: $0.value) }
            .sorted { $0.replica < $1.replica }
    }

    /// Whether nothing was seen at all.
    public var isEmpty: Bool { entries.isEmpty }

    /// The highest counter seen from `replica`, 0 if none.
    ///
    /// - Complexity: O(log n) in the number of replicas.
    public subscript(replica: ReplicaID) -> UInt64 {
        let index = position(of: replica)
        guard index < entries.count, entries[index].replica == replica else { return 0 }
        return entries[index].counter
    }

    /// Whether the write named `dot` was seen.
    public func covers(_ dot: Dot) -> Bool { self[dot.replica] >= dot.counter }

    /// Whether everything that `other` has seen was seen here too.
    public func covers(_ other: VersionVector) -> Bool {
        other.entries.allSatisfy { self[$0.replica] >= $0.counter }
    }

    /// Notes that every write of the dot's replica up to the dot was seen.
    public mutating func include(_ dot: Dot) {
        guard dot.counter > 0 else { return }
        let index = position(of: dot.replica)
        if index < entries.count, entries[index].replica == dot.replica {
            entries[index].counter = max(entries[index].counter, dot.counter)
        } else {
            entries.insert(Entry(replica: dot.replica, counter: dot.counter), at: index)
        }
    }

    /// Takes in all that `other` has seen: the least upper bound of the two.
    public mutating func formUnion(_ other: VersionVector) {
        for entry in other.entries { include(Dot(entry.replica, entry.counter)) }
    }

    /// The least upper bound of the two vectors.
    public func union(_ other: VersionVector) -> VersionVector {
        var result = self
        result.formUnion(other)
        return result
    }

    /// What both have seen: the greatest lower bound of the two vectors.
    public func intersection(_ other: VersionVector) -> VersionVector {
        var result = VersionVector()
        result.entries = entries.compactMap { entry in
            let counter = min(entry.counter, other[entry.replica])
            return counter > 0 ? Entry(replica: entry.replica, counter: counter) : nil
        }
        return result
    }

    /// How many writes this vector has seen that `base` has not, nil past the range of `UInt64`.
    public func writes(since base: VersionVector) -> UInt64? {
        var total: UInt64 = 0
        for entry in entries {
            let known = base[entry.replica]
            guard entry.counter > known else { continue }
            let (sum, overflow) = total.addingReportingOverflow(entry.counter - known)
            guard !overflow else { return nil }
            total = sum
        }
        return total
    }

    /// What `other` has seen and this vector has not, as ranges of counters by replica.
    public func missing(toReach other: VersionVector) -> [(ReplicaID, ClosedRange<UInt64>)] {
        other.entries.compactMap { entry in
            let known = self[entry.replica]
            return entry.counter > known ? (entry.replica, (known + 1)...entry.counter) : nil
        }
    }

    private func position(of replica: ReplicaID) -> Int {
        var lower = 0
        var upper = entries.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if entries[middle].replica < replica { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }
}

extension VersionVector: CustomStringConvertible {
    /// The vector as `{replica:counter, ...}`, replicas shortened.
    public var description: String {
        "{" + entries.map { "\($0.replica.short):\($0.counter)" }.joined(separator: ", ") + "}"
    }
}
