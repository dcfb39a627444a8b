import GRDB

extension Replica {
    /// Examines the whole store: its structure, every clock, version, composite value, counter,
    /// waiting bundle and erasure, and the digest counted anew. It changes nothing.
    ///
    /// What no clock tells cannot be seen: a plain value changed by another program that also put the
    /// triggers back as they were.
    ///
    /// - Returns: The findings: codes, rows and sentences, never a value.
    /// - Complexity: O(rows), and 24 bytes of memory a write.
    public func verify() throws -> VerifyReport {
        try mapped {
            queue.inDatabase { database in
                var verifier = StoreVerifier(database, context)
                return verifier.examine()
            }
        }
    }
}
