/// The places at which figures stand, as paths of codes from coarse to fine.
///
/// Whoever counts and whoever reads the counts take them from here, so that both have the same.
package enum PlaceCodes {
    /// What stands for a commune or a neighbourhood that somebody has yet to verify.
    package static let toCheck = NeighbourhoodAnswer.toCheck.rawValue

    private static let inside = NeighbourhoodAnswer.inside.rawValue
    private static let outside = NeighbourhoodAnswer.outside.rawValue

    /// « 59/200093201/59350 ».
    package static func territory(of commune: Commune) -> [String] {
        [commune.departement.code, commune.epci.siren, commune.code]
    }

    /// Where a file's codes say that it is, as the communes stand today.
    ///
    /// A commune that no list knows is to be checked: within its département, where the code of the
    /// commune or of the post office begins with one of the region's, so that few such files hide
    /// few places.
    package static func territory(communeCode: String?, postalCode: String?) -> [String] {
        if let commune = communeCode.flatMap(Communes.current) { return territory(of: commune) }
        let departement = [communeCode, postalCode].compactMap(\.self).first
            .flatMap { Departement(rawValue: String($0.prefix(2))) }
        return [departement?.code, toCheck].compactMap(\.self)
    }

    /// Whether a file is in a QPV of the current list, outside every one, or to be checked.
    ///
    /// No code is an answer only in a commune where no QPV lies; elsewhere somebody has to look.
    package static func neighbourhood(qpvCode: String?, communeCode: String?) -> [String] {
        if let qpvCode {
            if qpvCode == NeighbourhoodAnswer.outsideWord { return [outside] }
            let area = PriorityNeighbourhoods.find(code: qpvCode)
            return area.map { [inside, $0.code] } ?? [toCheck]
        }
        guard let commune = communeCode.flatMap(Communes.current),
            PriorityNeighbourhoods.within(communeCode: commune.code).isEmpty
        else { return [toCheck] }
        return [outside]
    }

    /// What files of a commune may answer: its QPV, outside, to be checked.
    package static func neighbourhoods(ofCommune code: String?) -> [[String]] {
        let areas = code.flatMap(Communes.current)
            .map { PriorityNeighbourhoods.within(communeCode: $0.code) }
        return (areas ?? []).map { [inside, $0.code] } + [[outside], [toCheck]]
    }

    /// Every territory that there is.
    package static let territories: [[String]] =
        Communes.all.map(territory(of:)) + Departement.allCases.map { [$0.code, toCheck] }
        + [[toCheck]]

    /// Every answer about neighbourhoods that there is.
    package static let neighbourhoods: [[String]] =
        PriorityNeighbourhoods.all.map { [inside, $0.code] } + [[outside], [toCheck]]
}
