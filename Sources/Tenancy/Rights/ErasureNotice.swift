import Records

/// That work of this laptop on somebody who was erased was not kept; it tells no name.
package struct ErasureNotice: Hashable, Sendable {
    package let order: RecordID
    /// How many writes, since the agent was last told.
    package let refused: Int
    /// How many in all.
    package let total: Int
}
