import BundleFormat
import Causality
import Foundation
import GRDB
import Records

extension Replica {
    /// What somebody who has seen `base` must be told to have seen all that this replica has.
    ///
    /// - Parameter base: What the receiver has seen; empty for a newcomer.
    /// - Returns: The delta: every row that changed since, found by arrival number. Where the
    ///   receiver may hold rows that were freed here, it is a snapshot: all there is, with base empty.
    /// - Throws: ``ReplicaError``: `disk-full`, `store-damaged`.
    /// - Complexity: O(changes), whatever the size of the store.
    public func delta(since base: VersionVector) throws -> Delta {
        try transaction(.applying) { database in
            let fork = ForkLedger(database, context)
            try fork.restate()
            try fork.noteTold()
            return try DeltaSource(database, context).delta(since: base)
        }
    }
}
