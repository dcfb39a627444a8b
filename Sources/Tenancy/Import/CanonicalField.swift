/// A column that the import understands, whatever the ERP calls it.
package enum CanonicalField: String, CaseIterable, Hashable, Sendable {
    case erpRef = "erp_ref"
    case title = "title"
    case lastName = "last_name"
    case birthName = "birth_name"
    case firstName = "first_name"
    case birthDate = "birth_date"
    case phone = "phone"
    case mobile = "mobile"
    case email = "email"
    case address = "address"
    case postalCode = "postal_code"
    case communeCode = "commune_code"
    case communeName = "commune_name"
    case qpvCode = "qpv_code"
    case residence = "residence"
    case leaseRef = "lease_ref"
    case dwellingRef = "dwelling_ref"
    case extractedAt = "extracted_at"

    /// The columns without which no tenant can be told from another.
    package static let required: [CanonicalField] = [.lastName, .firstName, .birthDate]
}
