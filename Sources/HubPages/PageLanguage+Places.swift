import Region
import Statistics

extension PageLanguage {
    /// The words of the catalogue's tables.
    var tables: TableLabels { self == .french ? .french : .english }

    /// The name of a place of a table, the region's own at the root.
    func place(_ path: NodePath, on axis: Axis) -> String {
        guard let code = path.codes.last else {
            return word(axis == .territory ? "region" : "everybody")
        }
        if let name = tables.place(code, on: axis) { return name }
        if axis == .neighbourhood {
            return PriorityNeighbourhoods.find(code: code).map { "\($0.name) (\(code))" } ?? code
        }
        let name =
            switch path.depth {
            case 1: Departement(rawValue: code)?.name
            case 2: Epcis.find(siren: code)?.name
            default: Communes.find(code: code)?.name
            }
        return name ?? code
    }
}
