import Causality

/// The smallest thing of a row that has versions of its own.
enum Cell: Hashable {
    /// A field with one value, by its tag.
    case field(UInt8)
    /// A member of the row's set.
    case member(String)
    /// What one replica added to the row's counter, by the bytes that name the replica.
    case share([UInt8])
}
