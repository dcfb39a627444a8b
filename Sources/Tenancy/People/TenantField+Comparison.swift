extension TenantField {
    /// Whether two values say the same, case, accents and the writing of numbers apart.
    package func saysSame(_ left: String, _ right: String) -> Bool {
        if left.utf8.elementsEqual(right.utf8) { return true }
        switch self {
        case .phone: return SearchKey.phone(left) == SearchKey.phone(right)
        case .email: return left.lowercased() == right.lowercased()
        case .lastName, .birthName, .firstName, .address, .communeName, .residence:
            return SearchKey.fold(left) == SearchKey.fold(right)
        case .erpRef, .title, .birthDate, .postalCode, .communeCode, .qpvCode, .leaseRef,
            .dwellingRef, .qpvCode2015:
            return false
        }
    }
}
