/// What a block of a table holds: it adds up.
package protocol Mass: Sendable, Equatable {
    static func += (left: inout Self, right: Self)

    /// How many persons: the smallest block is the first to be hidden with another.
    var size: Int { get }
}
