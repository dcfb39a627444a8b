import Causality

/// The write that a field of a row shows: which replica made it, and when by its clock.
package struct FieldWrite: Hashable, Sendable {
    package let replica: ReplicaID
    /// Milliseconds since 1970.
    package let milliseconds: UInt64
}
