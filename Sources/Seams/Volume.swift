/// What a store must know about the place where it lives.
public protocol Volume: Sendable {
    /// The name of the network file system at the path (« nfs », « cifs »), nil on a local one.
    func networkFileSystem(at path: String) throws(DiskFailure) -> String?

    /// Whether nothing stands at the path.
    func isAbsent(_ path: String) -> Bool

    /// What tells the file at the path from any copy of it, the same over restarts of the machine;
    /// nil where the system has no such thing.
    ///
    /// - Throws: Where it could not be read this time: that says nothing about the file.
    func fingerprint(of path: String) throws(DiskFailure) -> String?

    /// The folder at the path, for the small files that lie beside a store.
    func disk(at folder: String) -> any Disk

    /// Takes the one writer's lock of the store in a folder; it is held until it is released, or
    /// forgotten, or the process dies.
    ///
    /// - Returns: The lock, or nil where another process holds it.
    func lock(folder: String) throws(DiskFailure) -> (any StoreLock)?

    /// Makes an empty file that its owner alone may read; a file that stood there is gone.
    func makeFile(_ path: String) throws(DiskFailure)

    /// Gives a finished file its name, so that it lasts: fsync, rename, fsync of the folder.
    func settle(_ temporary: String, as path: String) throws(DiskFailure)

    /// Removes a file, if it is there.
    func remove(_ path: String) throws(DiskFailure)
}
