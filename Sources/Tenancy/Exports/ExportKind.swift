/// The two files that a landlord takes out of a store.
package enum ExportKind: String, CaseIterable, Sendable {
    /// One line a person.
    case persons = "personnes"
    /// One line a person and event.
    case participations = "participations"

    /// The French label.
    package var libelle: String {
        switch self {
        case .persons: "une ligne par personne"
        case .participations: "une ligne par personne et par action"
        }
    }
}
