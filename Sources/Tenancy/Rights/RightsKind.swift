/// What people may ask for about their data.
package enum RightsKind: String, CaseIterable, Sendable {
    case access = "acces"
    case rectification
    case erasure = "effacement"
    case opposition
    case limitation

    /// The French label.
    package var libelle: String {
        switch self {
        case .access: "accès"
        case .rectification: "rectification"
        case .erasure: "effacement"
        case .opposition: "opposition"
        case .limitation: "limitation"
        }
    }

    /// Whether nothing new is done with the file from the day it is asked for.
    package var stopsUse: Bool { self == .opposition || self == .limitation }
}
