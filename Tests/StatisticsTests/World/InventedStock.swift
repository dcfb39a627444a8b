import InventedPeople
import Region
import Statistics

/// The communes where an invented landlord lets dwellings, with their places.
struct InventedStock {
    let territories: [NodePath]

    /// Some EPCI of two départements, so many communes of each.
    static func communes(epcis: Int, each: Int) throws -> [NodePath] {
        var places: [NodePath] = []
        for departement in [Departement.nord, .pasDeCalais] {
            let communes = Communes.all.filter { $0.departement == departement }
            let sirens = Set(communes.map(\.epci.siren)).sorted().prefix(epcis)
            for siren in sirens {
                places += try communes.filter { $0.epci.siren == siren }.prefix(each)
                    .map { try NodePath([departement.code, siren, $0.code]) }
            }
        }
        return places
    }

    var places: [Axis: [NodePath]] {
        get throws {
            [
                .territory: territories,
                .neighbourhood: try territories.map {
                    try NodePath(["inside", "QN" + ($0.codes.last ?? "")])
                }
                    + [NodePath(["outside"]), NodePath(["to_check"])],
                .month: try InventedTenant.months.indices.map(InventedTenant.month),
            ]
        }
    }
}
