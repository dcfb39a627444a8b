import Region

/// Which place codes of a tenant no list of the region knows: they are kept and « à vérifier ».
package enum PlaceCheck {
    package static func unknownFields(
        communeCode: String?,
        qpvCode: String?
    ) -> [TenantField] {
        var fields: [TenantField] = []
        if let communeCode, Communes.current(code: communeCode) == nil {
            fields.append(.communeCode)
        }
        if let qpvCode, PriorityNeighbourhoods.find(code: qpvCode) == nil {
            fields.append(.qpvCode)
        }
        return fields
    }
}
