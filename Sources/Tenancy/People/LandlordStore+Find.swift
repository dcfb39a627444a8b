import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// The tenants that a query may mean, the likeliest first; a file that was merged into another
    /// is left out.
    ///
    /// The start of a last or first name, accents or not, « last first » and « first last », the
    /// start of a telephone number or ERP reference, or a birth date as dd/mm/yyyy.
    package func findTenants(
        _ query: String,
        today: CalendarDay,
        limit: Int = 20
    ) throws -> [Tenant] {
        let search = TenantSearch(query, today: today)
        return try replica.read { database in
            var found: [Tenant] = []
            var seen: Set<RecordID> = []
            for lookup in search.lookups where found.count < limit {
                let rows = try Row.fetchCursor(
                    database,
                    sql: lookup.sql,
                    arguments: lookup.arguments
                )
                while found.count < limit, let row = try rows.next() {
                    guard let tenant = Tenant(row), try tenant.isStanding(database),
                        seen.insert(tenant.id).inserted
                    else { continue }
                    found.append(tenant)
                }
            }
            return found
        }
    }
}

extension Tenant {
    /// Whether no other file stands for this one.
    func isStanding(_ database: Database) throws -> Bool {
        guard mergedInto != nil else { return true }
        return try TenantRoots.root(of: id, database) == id
    }
}
