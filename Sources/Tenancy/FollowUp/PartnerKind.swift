/// What kind of partner an orientation goes to.
package enum PartnerKind: Hashable, Sendable {
    case institution(Institution)
    case training
    case employer
    case association
    case other

    package init?(code: String) {
        if let institution = Institution(rawValue: code) {
            self = .institution(institution)
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
        case .other: "AUTRE"
        }
    }

    /// Whether a first appointment there restores the link with the institutions of employment.
    package var isOfEmployment: Bool {
        if case .institution(let institution) = self { return institution.isOfEmployment }
        return false
    }

    private static let others: [PartnerKind] = [.training, .employer, .association, .other]

    package static let all = Institution.allCases.map(PartnerKind.institution) + others
}
