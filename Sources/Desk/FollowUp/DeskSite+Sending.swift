import Records
import Tenancy
import WebPages

extension DeskSite {
    /// Sends a person to a partner.
    func refer(_ visit: DeskVisit, _ id: RecordID, _ path: String) throws -> DeskAnswer {
        guard let day = visit.day("jour"), try day <= store.currentDay() else {
            return done(visit, path, visit.language.word("entryRefused"), isWarning: true)
        }
        let partner = try visit.id(visit.fields["partenaire"], .partner)
        var draft = ReferralDraft(id, to: partner, on: day)
        draft.theme = visit.fields["besoin"].flatMap(ReferralNeed.init(rawValue:))?.rawValue
        draft.programme = visit.typed("programme")
        return try tell(visit, path, "referralSent", refusedAs: "entryRefused") {
            try once(visit) { try store.refer(draft) }
        }
    }
}
