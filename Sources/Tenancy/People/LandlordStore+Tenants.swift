import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Makes a tenant's file out of what a person typed, and says which files may be of the same
    /// person.
    ///
    /// - Throws: ``TenancyError`` with `bad-value` where a name is missing or a field is refused.
    package func addTenant(
        _ typed: [TenantField: String]
    ) throws -> (tenant: Tenant, duplicates: [DuplicateCandidate]) {
        try replica.write { try addTenant(typed, $0) }
    }

    /// The same within a transaction that does more.
    func addTenant(
        _ typed: [TenantField: String],
        _ transaction: WriteTransaction
    ) throws -> (tenant: Tenant, duplicates: [DuplicateCandidate]) {
        let values = try read(typed, transaction)
        for field in [TenantField.lastName, .firstName] {
            try require(values[field] ?? nil, field)
        }
        let id = transaction.newID()
        try transaction.insert("tenant", id: id, columns(values))
        try transaction.note(.creation, of: id, by: agent)
        let tenant = try Tenant.standing(for: id, transaction.database)
        return (tenant, try DuplicateFinder(transaction.database).candidates(for: tenant))
    }

    /// Changes what is known of a tenant; an empty text clears a field, and a field that would stay
    /// as it is is not written.
    ///
    /// - Returns: The file that stands for the person, which is the one that was changed.
    @discardableResult
    package func updateTenant(
        _ id: RecordID,
        _ typed: [TenantField: String]
    ) throws -> Tenant {
        try replica.write { transaction in
            let tenant = try Tenant.standing(for: id, transaction.database)
            try TransferredFiles.require(tenant.id, isHereIn: transaction.database)
            let changed = try read(typed, transaction).filter { $1 != tenant[$0] }
            for field in [TenantField.lastName, .firstName] {
                if let value = changed[field] { try require(value, field) }
            }
            guard !changed.isEmpty else { return tenant }
            try transaction.update("tenant", id: tenant.id, columns(changed))
            return try Tenant.standing(for: tenant.id, transaction.database)
        }
    }

    /// The file that stands for a person, merges followed.
    ///
    /// - Throws: ``TenancyError`` with `not-found`.
    package func tenant(_ id: RecordID) throws -> Tenant {
        try replica.read { try Tenant.standing(for: id, $0) }
    }

    private func read(
        _ typed: [TenantField: String],
        _ transaction: WriteTransaction
    ) throws -> [TenantField: String?] {
        let today = try transaction.today()
        var values: [TenantField: String?] = [:]
        for field in TenantField.allCases {
            guard let text = typed[field] else { continue }
            values[field] = .some(try field.read(text, today: today))
        }
        return values
    }

    private func require(_ value: String?, _ field: TenantField) throws(TenancyError) {
        guard value == nil else { return }
        throw TenancyError(.badValue, "the field ‘\(field.rawValue)’ is missing: fill it in")
    }

    private func columns(_ values: [TenantField: String?]) -> [String: Value] {
        Dictionary(uniqueKeysWithValues: values.map { ($0.rawValue, Value($1)) })
    }
}
