/// A folder of the file system, as an exchange needs it.
///
/// Names are single path components. An implementation never follows a link, never opens anything
/// but regular files, and bounds what it reads.
public protocol Disk: Sendable {
    /// The names of the regular files in the folder, at most `limit` of them, in no order.
    func list(limit: Int) throws(DiskFailure) -> [String]

    /// What the folder holds under names that are wanted: of the regular files the first `limit` in
    /// the order of their names, however many there are.
    ///
    /// Nothing is opened. A folder of other things than files says what they are; see
    /// ``FolderSurvey``.
    func survey(
        limit: Int,
        where isWanted: (String) -> Bool
    ) throws(DiskFailure) -> FolderSurvey

    /// The bytes of a file from `offset`, at most `count` of them; fewer at its end.
    func read(_ name: String, from offset: Int, count: Int) throws(DiskFailure) -> [UInt8]

    /// The size of a file in bytes.
    func size(of name: String) throws(DiskFailure) -> Int

    /// Writes a file that appears whole or not at all, and lasts: temporary name, fsync, rename,
    /// fsync of the folder.
    ///
    /// A file of that name is replaced.
    func write(_ bytes: [UInt8], as name: String) throws(DiskFailure)

    /// Removes a file, if it is there.
    func remove(_ name: String) throws(DiskFailure)
}
