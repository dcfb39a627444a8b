import Records

/// What a transaction does to one row, as the history is told it.
package enum Effect {
    /// A new row stands there, whatever stood there before: every plain field that its author's
    /// version knows is written.
    case insert([UInt8: Value], members: [String], counter: Int64)
    /// Plain fields are written.
    case set([UInt8: Value])
    /// Members come and go.
    case members(added: [String], removed: [String])
    /// The counter moves.
    case count(Int64)
    /// The row is deleted.
    case delete
}
