/// The public programme that a worksite is part of.
package enum WorksiteFramework: String, CaseIterable, Sendable {
    case npnru
    case erbm
    case psat
    case other = "autre"

    /// The French label.
    package var libelle: String {
        switch self {
        case .npnru: "NPNRU"
        case .erbm: "ERBM"
        case .psat: "Pacte Sambre-Avesnois-Thiérache"
        case .other: "autre"
        }
    }
}
