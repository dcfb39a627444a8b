import GRDB

extension Replica {
    /// Examines the whole store, and changes nothing.
    ///
    /// It reads the file's structure, every clock, version, set and counter, the numbers in use, the
    /// waiting bundles and the erasures, and counts the digest anew.
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
