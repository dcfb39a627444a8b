/// What a row of an extract means for a tenant's file, field by field.
///
/// Three values decide: what the ERP said last time, what the store holds, what the ERP says now.
/// - The ERP says what it said: the store's value stays.
/// - It changed, and the store holds what it said last time, or never held anything: its value is
///   taken.
/// - It changed, and an agent typed something else: the agent's value stays, and the ERP's is shown
///   beside it.
///
/// A field on which the row says nothing is left alone.
package struct ErpComparison: Hashable, Sendable {
    /// The ERP's values to take.
    package private(set) var changes: [TenantField: String] = [:]
    /// The ERP's values that contradict an agent.
    package private(set) var conflicts: [TenantField: String] = [:]
    /// The fields on which both now say the same.
    package private(set) var agreements: Set<TenantField> = []
    /// What the ERP has said, this row included.
    package private(set) var image: ErpImage

    package init(_ tenant: Tenant, _ row: TenantRow) {
        image = tenant.erpImage
        for field in TenantField.allCases {
            if let value = row[field] { compare(field, now: value, held: tenant[field]) }
        }
    }

    private mutating func compare(_ field: TenantField, now: String, held: String?) {
        let isNews = !image.holds(now, for: field)
        if let held, field.saysSame(held, now), !isNews || !image.holds(held, for: field) {
            agreements.insert(field)
        } else if isNews {
            let isUntouched = held.map { image.holds($0, for: field) } ?? !image.knows(field)
            if isUntouched { changes[field] = now } else { conflicts[field] = now }
        }
        if isNews { image.note(now, for: field) }
    }
}
