import GRDB
import Records
import ReplicaStore

extension WriteTransaction {
    /// Whether a row stands there.
    func hasRow(_ collection: String, _ id: RecordID) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM \"\(collection)\" WHERE id = ?)",
            arguments: [id.data]
        ) ?? false
    }

    /// Refuses where there is no such row.
    func requireRow(_ collection: String, _ id: RecordID) throws {
        guard try hasRow(collection, id) else {
            throw TenancyError(.notFound, "there is no such \(collection)")
        }
    }

    /// Writes the values to the row of that identity, which is made if need be.
    func putRow(_ collection: String, _ id: RecordID, _ values: [String: Value]) throws {
        if try !update(collection, id: id, values) {
            try insert(collection, id: id, values)
        }
    }

    /// The day in France on which this is written.
    func today() throws -> CalendarDay {
        guard let day = FrenchTime.day(of: milliseconds) else {
            throw TenancyError(.badValue, "the clock of this machine shows no day: set it")
        }
        return day
    }

    /// The file that stands for a tenant, which must be there and may be written.
    func standingFile(of tenant: RecordID) throws -> RecordID {
        let file = try root(of: tenant)
        try TransferredFiles.require(file, isHereIn: database)
        return file
    }

    /// The same, for something new that whoever opposed does not want.
    func willingFile(of tenant: RecordID) throws -> RecordID {
        let file = try standingFile(of: tenant)
        try Opposition.require(file, isNotOpposedIn: database)
        return file
    }

    private func root(of tenant: RecordID) throws -> RecordID {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT merged_into FROM tenant WHERE id = ?",
            arguments: [tenant.data]
        )
        guard let row else {
            if try RowName("tenant", tenant).isErased(in: database) {
                throw TenancyError.erasedFile
            }
            throw TenancyError(.notFound, "there is no such tenant")
        }
        // Merges are few: most files stand for themselves, without reading the others.
        guard RecordID(row, "merged_into") != nil else { return tenant }
        return try TenantRoots(database).root(of: tenant)
    }
}
