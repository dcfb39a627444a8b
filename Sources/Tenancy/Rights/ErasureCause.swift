/// Why people are erased.
package enum ErasureCause: String, CaseIterable, Sendable {
    case request = "demande"
    case retention = "conservation"

    /// The French label.
    package var libelle: String {
        switch self {
        case .request: "demande de la personne"
        case .retention: "durée de conservation"
        }
    }
}
