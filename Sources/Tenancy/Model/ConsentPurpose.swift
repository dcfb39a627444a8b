/// What somebody agrees to.
package enum ConsentPurpose: String, CaseIterable, Sendable {
    case followUp = "suivi"
    case partner = "transmission_partenaire"
    case textReminder = "rappel_sms"
    case statistics = "statistiques"
    case transfer = "transfert_bailleur"

    /// The French label.
    package var libelle: String {
        switch self {
        case .followUp: "suivi par le bailleur"
        case .partner: "transmission à un partenaire"
        case .textReminder: "rappels par SMS"
        case .statistics: "statistiques"
        case .transfer: "transfert à un autre bailleur"
        }
    }
}
