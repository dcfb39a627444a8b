import GRDB
import Seams

/// A store in the making: under a temporary name until it is whole, so that no crash leaves half of
/// one under its own.
struct StoreDraft {
    private let path: String
    private let volume: any Volume

    init(_ path: String, _ volume: any Volume) {
        self.path = path
        self.volume = volume
    }

    /// Runs `body` on the path of an empty file of the owner alone, then gives the file its name.
    ///
    /// Where it fails, nothing is left. What an earlier crash left is removed first.
    func make<Result>(_ body: (_ temporary: String) throws -> Result) throws -> Result {
        let temporary = path + ".part"
        try discard(temporary)
        try volume.makeFile(temporary)
        do {
            let result = try body(temporary)
            try volume.settle(temporary, as: path)
            return result
        } catch {
            try? discard(temporary)
            throw error
        }
    }

    /// Refuses a place where a store stands, or the log that one left: SQLite would play it into the
    /// new store.
    func requireVacant() throws(ReplicaError) {
        for taken in [path, path + "-wal", path + "-journal"] where !volume.isAbsent(taken) {
            throw ReplicaError(
                .exists,
                "something of a store stands at \(taken) already: choose another place"
            )
        }
    }

    private func discard(_ temporary: String) throws {
        for suffix in ["", "-journal", "-wal", "-shm"] { try volume.remove(temporary + suffix) }
    }

    /// Nothing is synced while a draft is written: it is synced once, before it gets its name.
    static func configuration(_ functions: [DatabaseFunction]) -> Configuration {
        var configuration = Configuration()
        configuration.label = "passerelle-draft"
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            for function in functions { database.add(function: function) }
            try database.execute(sql: "PRAGMA journal_mode = MEMORY")
            try database.execute(sql: "PRAGMA synchronous = OFF")
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    /// For a file that is only looked at.
    static func readOnly(_ functions: [DatabaseFunction]) -> Configuration {
        var configuration = Configuration()
        configuration.label = "passerelle-reader"
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            for function in functions { database.add(function: function) }
            // Damage is met by an error, not by a mapped page that is gone.
            try database.execute(sql: "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON")
        }
        return configuration
    }
}
