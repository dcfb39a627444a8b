import Statistics
import Tenancy

/// What the forms of a file propose: the landlord's partners and programmes.
struct FollowUpChoices {
    let partners: [Partner]
    let programmes: [Programme]

    func partners(_ visit: DeskVisit) -> [FormOption] {
        partners.map { partner in
            FormOption(
                code: visit.handle(partner.id, .partner),
                label: partner.name + " (" + visit.language.kind(partner.kind) + ")"
            )
        }
    }
}

extension DeskLanguage {
    /// A kind of partner, for the landlord's own agents.
    func kind(_ kind: PartnerKind) -> String { words["kind-" + kind.code] ?? kind.libelle }
}
