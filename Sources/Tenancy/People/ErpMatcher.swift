import Foundation
import GRDB
import Records

/// Finds the tenant that a row of an extract is of.
///
/// The ERP reference decides; else names and birth date, else first name and telephone where no other
/// birth date is known, where one file alone answers. A father and a son may share both: with another
/// birth date they are two people, and at most presumed duplicates.
struct ErpMatcher {
    /// What the store knows of a row.
    enum Match {
        case unknown
        case known(Tenant)
        /// The tenant has a row of its own in this file.
        case repeated
    }

    /// More files than this that answer alike are no answer.
    private static let mostAlike = 8

    private let database: Database
    private let byReference: Statement
    private let byIdentity: Statement
    private let byPhone: Statement
    private let byID: Statement
    /// The references that stand in the file.
    private let references: Set<String>

    init(_ database: Database, references: Set<String>) throws {
        self.database = database
        self.references = references
        byReference = try Self.lookup(database, "erp_ref = ? ORDER BY id LIMIT 1")
        byIdentity = try Self.lookup(
            database,
            """
            fold(last_name) = ? AND fold(first_name) = ? AND +birth_date = ?
            ORDER BY id LIMIT \(Self.mostAlike)
            """
        )
        byPhone = try Self.lookup(
            database,
            """
            phone_key(phone) = ? AND +fold(first_name) = ?
                AND (birth_date IS NULL OR +birth_date = ?)
            ORDER BY id LIMIT \(Self.mostAlike)
            """
        )
        byID = try database.cachedStatement(sql: "SELECT 1 FROM tenant WHERE id = ?")
    }

    private static func lookup(_ database: Database, _ condition: String) throws -> Statement {
        try database.cachedStatement(sql: "SELECT \(Tenant.columns) FROM tenant WHERE \(condition)")
    }

    func match(_ row: TenantRow) throws -> Match {
        if let erpRef = row.erpRef, let file = try files(byReference, [erpRef]).first {
            let tenant = try standing(file)
            return hasOtherRow(tenant, than: row) ? .repeated : .known(tenant)
        }
        let last = SearchKey.fold(row.lastName)
        let first = SearchKey.fold(row.firstName)
        if let tenant = try only(byIdentity, [last, first, row.birthDate.isoText]) {
            return hasOtherRow(tenant, than: row) ? .unknown : .known(tenant)
        }
        guard let phone = row.phone else { return .unknown }
        if let tenant = try only(byPhone, [SearchKey.phone(phone), first, row.birthDate.isoText]) {
            return hasOtherRow(tenant, than: row) ? .unknown : .known(tenant)
        }
        return .unknown
    }

    /// Whether a row of that identity stands already.
    func isTaken(_ id: RecordID) throws -> Bool {
        try Bool.fetchOne(byID, arguments: [id.data]) ?? false
    }

    /// Whether the file holds the tenant under another reference: that row speaks for them.
    private func hasOtherRow(_ tenant: Tenant, than row: TenantRow) -> Bool {
        guard let own = tenant.erpRef, own != row.erpRef else { return false }
        return references.contains(own)
    }

    /// The one file that stands for all that answer.
    private func only(_ statement: Statement, _ arguments: StatementArguments) throws -> Tenant? {
        let found = try files(statement, arguments)
        guard let first = found.first else { return nil }
        let standing = try found.map { try self.standing($0) }
        return standing.allSatisfy { $0.id == standing[0].id } && found.count < Self.mostAlike
            ? try self.standing(first) : nil
    }

    private func files(_ statement: Statement, _ arguments: StatementArguments) throws -> [Tenant] {
        var found: [Tenant] = []
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() {
            if let tenant = Tenant(row) { found.append(tenant) }
        }
        return found
    }

    private func standing(_ tenant: Tenant) throws -> Tenant {
        tenant.mergedInto == nil ? tenant : try Tenant.standing(for: tenant.id, database)
    }
}
