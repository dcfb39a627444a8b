import Region

/// Which place codes of a tenant no list of the region knows: they are kept and « à vérifier ».
package enum PlaceCheck {
    package static func unknownFields(
        communeCode: String?,
        qpvCode: String?,
        qpvCode2015: String? = nil
    ) -> [TenantField] {
        var fields: [TenantField] = []
        if let communeCode, Communes.current(code: communeCode) == nil {
            fields.append(.communeCode)
        }
        let outside = NeighbourhoodAnswer.outsideWord
        if let qpvCode, qpvCode != outside, PriorityNeighbourhoods.find(code: qpvCode) == nil {
            fields.append(.qpvCode)
        }
        if let qpvCode2015, qpvCode2015 != outside, !NeighbourhoodAnswer.isCodeOf2015(qpvCode2015) {
            fields.append(.qpvCode2015)
        }
        return fields
    }
}
