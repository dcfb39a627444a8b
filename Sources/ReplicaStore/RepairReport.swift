/// What a repair kept of a damaged store, and what it could not keep.
public struct RepairReport: Hashable, Sendable {
    /// How many rows were kept, deleted ones included.
    public internal(set) var rows = 0
    /// The rows that are known to have been there and could not be kept whole, in order.
    public internal(set) var lost: [RowName] = []
    /// The tables that could not be read to the end: they may have lost rows that nothing names.
    public internal(set) var unreadable: [String] = []
    /// The application's own virtual tables, such as full-text indexes, which it must make again.
    public internal(set) var toRebuild: [String] = []
    /// What ``Replica/verify()`` finds in the new store.
    public internal(set) var remaining = VerifyReport()

    init() {}

    /// Whether all that the store held was kept.
    public var isComplete: Bool { lost.isEmpty && unreadable.isEmpty && remaining.isSound }
}
