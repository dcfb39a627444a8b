extension TenantRow {
    /// What the row says of a field, nil where it says nothing.
    package subscript(_ field: TenantField) -> String? {
        switch field {
        case .erpRef: erpRef
        case .title: title?.rawValue
        case .lastName: lastName
        case .birthName: birthName
        case .firstName: firstName
        case .birthDate: birthDate.isoText
        case .phone: phone
        case .email: email
        case .address: address
        case .postalCode: postalCode
        case .communeCode: communeCode
        case .communeName: communeName
        case .qpvCode: qpvCode
        case .residence: residence
        case .leaseRef: leaseRef
        case .dwellingRef: dwellingRef
        // An extract has one column of QPV, and the code says of which list it is.
        case .qpvCode2015: nil
        }
    }
}
