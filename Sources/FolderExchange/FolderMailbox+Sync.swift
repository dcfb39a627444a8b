import Exchange
import ReplicaStore

extension FolderMailbox {
    /// Brings a replica and the folder up to each other: applies what others have left, then leaves
    /// what the folder lacks.
    ///
    /// ```swift
    /// let report = try FolderMailbox(disk).sync(replica)
    /// print("\(report.applied) received, \(report.sent) sent")
    /// ```
    ///
    /// Where there is nothing to say, nothing is written. A bundle that cannot be taken is refused by
    /// name in the report and stops no other; one that came too early is held until what it builds on
    /// has come.
    ///
    /// - Returns: What was received, sent, held and refused.
    /// - Throws: `DiskFailure` where the folder cannot be listed or written, ``ReplicaError`` where
    ///   the store itself fails; whatever was applied before stays applied.
    /// - Complexity: O(files) headers read, and O(changes).
    public func sync(_ replica: Replica) throws -> SyncReport {
        try SyncSession(replica, self).run()
    }
}
