import GRDB

/// A copy of one of the hub's stores as it is at one moment, while others write on.
package enum HubCopy {
    /// Copies the store at a path into a file that does not exist yet.
    ///
    /// It reads by a connection of its own that neither writes nor checkpoints, so that the one writer
    /// need not wait.
    package static func make(of path: String, at copy: String) async throws {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try await queue.writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM INTO ?", arguments: [copy])
        }
        try queue.close()
    }
}
