import Tenancy
import WebPages

/// What is typed of an offer that is to be added.
struct OfferForm {
    /// The offer; nil where something is missing or is no number.
    let draft: OpportunityDraft?

    init(_ visit: DeskVisit) {
        let positions = visit.number("postes")
        guard let title = visit.typed("intitule"),
            visit.typed("postes") == nil || positions != nil
        else {
            draft = nil
            return
        }
        var draft = OpportunityDraft(title)
        draft.kind = visit.fields["genre"].flatMap(OpportunityKind.init(rawValue:))
        draft.romeCode = visit.typed("rome")?.uppercased()
        draft.employer = visit.typed("employeur")
        draft.communeCode = visit.typed("commune")
        draft.contract = visit.typed("contrat")
        draft.positions = positions
        self.draft = draft
    }
}
