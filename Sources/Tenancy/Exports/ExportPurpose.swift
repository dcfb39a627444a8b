/// What somebody says they take a file for; it is noted with the export.
package enum ExportPurpose: String, CaseIterable, Sendable {
    case followUp = "suivi"
    case invitation = "invitation"
    case figures = "bilan"
    case quality = "qualite"

    /// The French label.
    package var libelle: String {
        switch self {
        case .followUp: "suivre les personnes"
        case .invitation: "préparer des invitations"
        case .figures: "vérifier les chiffres du bilan"
        case .quality: "corriger les fiches ou le logiciel du bailleur"
        }
    }
}
