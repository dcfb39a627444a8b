import Causality
import GRDB

extension Replica {
    /// The digest as it is kept, nil where it has to be counted anew, and as it is counted now.
    package func digests() throws -> (kept: SetDigest?, counted: SetDigest) {
        try mapped {
            try queue.inDatabase { database in
                (context.progress.digest, try DigestCount(database, context).counted())
            }
        }
    }
}
