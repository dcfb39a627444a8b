import Region
import Statistics

/// The places of the region's lists, against which the tables of a statement are read.
enum RegionPlaces {
    static let nomenclature = Nomenclature(leaves: [
        .territory: PlaceCodes.territories.compactMap { try? NodePath($0) },
        .neighbourhood: PlaceCodes.neighbourhoods.compactMap { try? NodePath($0) },
    ])
}
