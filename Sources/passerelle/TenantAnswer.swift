import Records
import Tenancy

/// A tenant's file as the command line shows it.
struct TenantAnswer: Report {
    let id: String
    /// By the name of the field; what is not known is left out.
    let fields: [String: String]

    init(_ tenant: Tenant) {
        id = tenant.id.description
        fields = Dictionary(
            uniqueKeysWithValues: tenant.fields.map { ($0.rawValue, $1) }
        )
    }

    /// Everything, a line a field.
    var text: String {
        let lines = TenantField.allCases.compactMap { field in
            fields[field.rawValue].map { "  \(field.rawValue): \($0)" }
        }
        return ([id] + lines).joined(separator: "\n")
    }

    /// What tells one person from another, in one line.
    var line: String {
        let shown: [TenantField] = [.lastName, .firstName, .birthDate, .phone, .erpRef]
        return ([id] + shown.compactMap { fields[$0.rawValue] }).joined(separator: "  ")
    }
}
