import Causality

/// What one replica sends to bring another up.
public struct Delta: Hashable, Sendable {
    /// What the receiver must have seen already.
    public let base: VersionVector
    /// What it will have seen afterwards.
    public let target: VersionVector
    /// How many rows it carries.
    public let rowCount: Int
    /// The bytes to apply; see Docs/format.md.
    public let bytes: [UInt8]
}
