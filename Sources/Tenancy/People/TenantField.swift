/// What is known of a tenant, field by field; the name is that of the column.
///
/// The order is that of ``ErpImage``: a new field comes last.
package enum TenantField: String, CaseIterable, Codable, Hashable, Sendable {
    case erpRef = "erp_ref"
    case title = "title"
    case lastName = "last_name"
    case birthName = "birth_name"
    case firstName = "first_name"
    case birthDate = "birth_date"
    case phone = "phone"
    case email = "email"
    case address = "address"
    case postalCode = "postal_code"
    case communeCode = "commune_code"
    case communeName = "commune_name"
    case qpvCode = "qpv_code"
    case residence = "residence"
    case leaseRef = "lease_ref"
    case dwellingRef = "dwelling_ref"
    case qpvCode2015 = "qpv_code_2015"

    /// The place of each field in lists of all of them.
    private static let places = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) }
    )

    /// The place of this field among all of them.
    package var place: Int { Self.places[self] ?? 0 }

    /// The French label.
    package var libelle: String {
        switch self {
        case .erpRef: "référence locataire"
        case .title: "civilité"
        case .lastName: "nom"
        case .birthName: "nom de naissance"
        case .firstName: "prénom"
        case .birthDate: "date de naissance"
        case .phone: "téléphone"
        case .email: "adresse mail"
        case .address: "adresse"
        case .postalCode: "code postal"
        case .communeCode: "code INSEE de la commune"
        case .communeName: "commune"
        case .qpvCode: "quartier prioritaire"
        case .residence: "résidence"
        case .leaseRef: "bail"
        case .dwellingRef: "logement"
        case .qpvCode2015: "quartier prioritaire (liste de 2015)"
        }
    }
}
