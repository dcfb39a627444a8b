import GRDB
import Records
import ReplicaStore

/// A tenant's file with codes that no list of the region knows.
package struct TenantToVerify: Hashable, Sendable {
    package let tenant: Tenant
    /// The commune code and the QPV codes, as far as they are unknown.
    package let fields: [TenantField]
}

extension LandlordStore {
    /// The tenants whose commune or QPV is « à vérifier », by name.
    package func tenantsToVerify() throws -> [TenantToVerify] {
        try replica.read { database in
            var found: [TenantToVerify] = []
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(Tenant.columns) FROM tenant
                    WHERE commune_code IS NOT NULL OR qpv_code IS NOT NULL
                        OR qpv_code_2015 IS NOT NULL
                    ORDER BY fold(last_name), fold(first_name)
                    """
            )
            while let row = try rows.next() {
                guard let tenant = Tenant(row), try tenant.isStanding(database) else { continue }
                let fields = PlaceCheck.unknownFields(
                    communeCode: tenant.communeCode,
                    qpvCode: tenant.qpvCode,
                    qpvCode2015: tenant.qpvCode2015
                )
                if !fields.isEmpty { found.append(TenantToVerify(tenant: tenant, fields: fields)) }
            }
            return found
        }
    }
}
