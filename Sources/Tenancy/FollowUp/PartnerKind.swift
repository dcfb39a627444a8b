/// What kind of partner an orientation goes to.
package enum PartnerKind: Hashable, Sendable {
    case institution(Institution)
    case training
    case employer
    case association
    /// One whose very name tells of a person: see ``SensitivePartner``.
    case sensitive(SensitivePartner)
    case other

    package init?(code: String) {
        if let institution = Institution(rawValue: code) {
            self = .institution(institution)
        } else if let partner = SensitivePartner(rawValue: code) {
            self = .sensitive(partner)
        } else if let kind = Self.others.first(where: { $0.code == code }) {
            self = kind
        } else {
            return nil
        }
    }

    /// The kind as it is stored.
    package var code: String {
        switch self {
        case .institution(let institution): institution.rawValue
        case .training: "FORMATION"
        case .employer: "EMPLOYEUR"
        case .association: "ASSOCIATION"
        case .sensitive(let partner): partner.rawValue
        case .other: "AUTRE"
        }
    }

    /// The French label, for the landlord's own agents.
    package var libelle: String {
        switch self {
        case .institution(let institution): institution.libelle
        case .training: "Organisme de formation"
        case .employer: "Employeur"
        case .association: "Association"
        case .sensitive(let partner): partner.libelle
        case .other: "Autre"
        }
    }

    /// Whether being sent there tells of health, justice or family, so that the kind is told to nobody
    /// outside.
    package var isSensitive: Bool {
        if case .sensitive = self { return true }
        return false
    }

    /// The kind as anything that leaves the landlord says it.
    package var outside: PartnerKind { isSensitive ? .other : self }

    /// Whether a first appointment there restores the link with the institutions of employment.
    package var isOfEmployment: Bool {
        if case .institution(let institution) = self { return institution.isOfEmployment }
        return false
    }

    private static let others: [PartnerKind] = [.training, .employer, .association, .other]

    package static let all =
        Institution.allCases.map(PartnerKind.institution)
        + SensitivePartner.allCases.map(PartnerKind.sensitive) + others
}
