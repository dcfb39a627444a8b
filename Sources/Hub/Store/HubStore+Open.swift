import Foundation
import GRDB

extension HubStore {
    /// Marks the file as ours: « PHub » in ASCII.
    static let applicationID = 0x5048_7562

    /// SQLite's number for `synchronous=FULL`.
    static let synchronousFull = 2

    /// Creates a store where there is no file yet.
    package static func create(path: String) throws -> HubStore {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw HubFailure.fileExists(path: path)
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        return try prepared(queue, path: path)
    }

    /// Opens a store that exists; a file of another kind or of a later version stays untouched.
    package static func open(path: String) throws -> HubStore {
        guard FileManager.default.fileExists(atPath: path) else {
            throw HubFailure.fileMissing(path: path)
        }
        return try prepared(try DatabaseQueue(path: path, configuration: configuration), path: path)
    }

    /// Opens a store that exists to read it, beside the process that writes it.
    package static func read(path: String) throws -> HubStore {
        guard FileManager.default.fileExists(atPath: path) else {
            throw HubFailure.fileMissing(path: path)
        }
        var configuration = configuration
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        return try queue.inDatabase { database in
            try requireOurs(database, path: path)
            // An older store is first brought up to date by whoever writes it.
            guard try migrator.hasCompletedMigrations(database) else {
                return try open(path: path)
            }
            return HubStore(queue: queue)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "hub"
        configuration.foreignKeysEnabled = true
        // A reader beside the one writer waits for a checkpoint.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // Tokens that were deleted leave no bytes behind.
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    private static func prepared(_ queue: DatabaseQueue, path: String) throws -> HubStore {
        try queue.writeWithoutTransaction { database in
            try requireOurs(database, path: path)
            try requireDurability(database, path: path)
        }
        try migrator.migrate(queue)
        return HubStore(queue: queue)
    }

    private static func requireOurs(_ database: Database, path: String) throws {
        let found = try Int.fetchOne(database, sql: "PRAGMA application_id")
        guard found == applicationID else { throw HubFailure.notAHubStore(path: path) }
        guard try !migrator.hasBeenSuperseded(database) else {
            throw HubFailure.laterVersion(path: path)
        }
    }

    /// Reads back what SQLite really does: a pragma that is not obeyed raises no error.
    private static func requireDurability(_ database: Database, path: String) throws {
        let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        try database.execute(sql: "PRAGMA synchronous = FULL")
        let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
        guard journal == "wal", synchronous == synchronousFull else {
            throw HubFailure.notDurable(path: path)
        }
    }
}
