/// A priority neighbourhood of urban policy (QPV), of one generation of the official list.
package struct PriorityNeighbourhood: Hashable, Sendable {
    /// How it relates to the list of the generation before; the last letter of the code says it.
    package enum Filiation: String, CaseIterable, Hashable, Sendable {
        case identical = "identique_2015"
        case modified = "modifie_ou_fusion_scission"
        case new = "nouveau_2024"

        /// I, M or N.
        package var letter: Character {
            switch self {
            case .identical: "I"
            case .modified: "M"
            case .new: "N"
            }
        }
    }

    /// The official code, « QN00201M ».
    package let code: String
    package let name: String
    package let departement: Departement
    package let filiation: Filiation
    /// The communes it lies in, by code; at least one.
    package let communes: [Commune]
    /// The year that names the list.
    package let generation: Int
    /// The first day on which the list applies, as year-month-day.
    package let validFrom: String
}
