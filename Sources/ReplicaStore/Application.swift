/// What applying a delta did.
public struct Application: Hashable, Sendable {
    /// How many writes were told that had not been seen.
    public var changes: UInt64 = 0
    /// How many rows are different now.
    public var rows = 0
    /// How many concurrent versions were set aside and listed.
    public var siblings = 0
    /// How many rows were left out because they are erased for good.
    public var erased = 0
    /// Whether the sender, who has seen the same, holds something else; see ``Replica/alarms()``.
    public var hasRaisedAlarm = false

    /// Creates the account of a delta that did nothing.
    public init() {}
}
