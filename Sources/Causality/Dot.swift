/// The name of one write: the replica that made it and that replica's count of writes so far.
///
/// A dot names exactly one write of one row, for ever (Almeida, Baquero, Gonçalves, Preguiça, Fonte,
/// "Scalable and Accurate Causality Tracking for Eventually Consistent Stores", 2014).
public struct Dot: Hashable, Sendable {
    /// The replica that made the write.
    public let replica: ReplicaID
    /// Which of its writes: the first is 1.
    public let counter: UInt64

    /// Creates the name of the `counter`-th write of `replica`.
    public init(_ replica: ReplicaID, _ counter: UInt64) {
        self.replica = replica
        self.counter = counter
    }
}

extension Dot: Comparable {
    /// Orders dots by replica, then by counter.
    public static func < (left: Dot, right: Dot) -> Bool {
        left.replica == right.replica
            ? left.counter < right.counter : left.replica < right.replica
    }
}

extension Dot: CustomStringConvertible {
    /// The dot as `replica:counter`, the replica shortened.
    public var description: String { "\(replica.short):\(counter)" }
}
