/// What one column of an ERP file holds.
package enum ErpColumn: Int, CaseIterable, Hashable, Sendable {
    case erpRef
    case title
    case lastName
    case firstName
    case birthName
    case birthDate
    case phone
    case email
    case address
    case communeCode
    case communeName
    case qpvCode
    case residence
    case leaseRef
    case dwellingRef

    /// The heading that a French ERP would print.
    package var heading: String {
        switch self {
        case .erpRef: "Réf. locataire"
        case .title: "Civilité"
        case .lastName: "Nom"
        case .firstName: "Prénom"
        case .birthName: "Nom de naissance"
        case .birthDate: "Date de naissance"
        case .phone: "Téléphone"
        case .email: "Courriel"
        case .address: "Adresse"
        case .communeCode: "Code INSEE"
        case .communeName: "Commune"
        case .qpvCode: "QPV"
        case .residence: "Résidence"
        case .leaseRef: "N° bail"
        case .dwellingRef: "N° logement"
        }
    }
}
