/// What somebody agrees to.
package enum ConsentPurpose: String, CaseIterable, Sendable {
    case followUp = "suivi"
    case partner = "transmission_partenaire"
    case textReminder = "rappel_sms"
    case statistics = "statistiques"
    case transfer = "transfert_bailleur"
}
