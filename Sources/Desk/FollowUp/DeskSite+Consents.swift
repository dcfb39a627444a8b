import Records
import Tenancy
import WebPages

extension DeskSite {
    /// Notes a consent of a person, or that it is taken back.
    func consent(
        _ visit: DeskVisit,
        _ id: RecordID,
        _ path: String,
        given: Bool
    ) throws -> DeskAnswer {
        let today = try store.currentDay()
        guard given else {
            let consent = try visit.id(visit.fields["accord"], .consent)
            guard try store.file(of: id).consents.contains(where: { $0.id == consent }) else {
                throw DeskRefusal.missing
            }
            return try tell(visit, path, "consentWithdrawn", refusedAs: "entryRefused") {
                try store.withdraw(consent: consent, on: today)
            }
        }
        guard let purpose = visit.fields["but"].flatMap(ConsentPurpose.init(rawValue:)) else {
            throw DeskRefusal.form
        }
        var partner: RecordID?
        if purpose == .partner, let handle = visit.typed("partenaire") {
            partner = try visit.id(handle, .partner)
        }
        return try give(visit, path, purpose, of: id, toPartner: partner)
    }

    /// Notes a consent as the form says when and how it was given.
    func give(
        _ visit: DeskVisit,
        _ path: String,
        _ purpose: ConsentPurpose,
        of id: RecordID,
        toPartner partner: RecordID?
    ) throws -> DeskAnswer {
        guard let mode = visit.fields["mode"].flatMap(ConsentMode.init(rawValue:)),
            let day = visit.day("jour")
        else { return done(visit, path, visit.language.word("consentRefused"), isWarning: true) }
        var draft = ConsentDraft(of: id, purpose, on: day, mode)
        draft.partner = partner
        return try tell(visit, path, "consentNoted", refusedAs: "consentRefused") {
            try once(visit) { try store.note(draft) }
        }
    }
}
