/// Why something is outside the catalogue.
package enum CatalogueFailure: Error, Hashable, CustomStringConvertible {
    case unknownVersion(Int)
    case unknownTable
    case unknownVariable
    case unknownCategory(variable: String)
    case unanswered(variable: String)
    case unplaced(Axis)
    case unknownNode(Axis)

    package var description: String {
        switch self {
        case .unknownVersion(let version):
            "Catalogue version \(version) is not known here, only \(Catalogue.current.version): "
                + "upgrade the older of the two."
        case .unknownTable:
            "A table is not in the catalogue: only its tables are published, there is no other filter."
        case .unknownVariable: "A variable is not in the catalogue."
        case .unknownCategory(let variable):
            "A category of '\(variable)' is not in the catalogue."
        case .unanswered(let variable):
            "Somebody has no category of '\(variable)': each person has exactly one."
        case .unplaced(let axis):
            "Somebody stands nowhere on the axis '\(axis.code)': each person has exactly one place."
        case .unknownNode(let axis):
            "A place on the axis '\(axis.code)' does not exist in the region's lists: "
                + "correct the code, or upgrade the lists."
        }
    }
}
