/// Two files that may be of one person, why, and where they contradict each other.
package struct DuplicateCandidate: Hashable, Sendable {
    /// What makes two files alike.
    package enum Reason: String, CaseIterable, Codable, Comparable, Hashable, Sendable {
        case sameErpRef = "meme_reference"
        case sameNameAndBirth = "meme_nom_et_naissance"
        case sameFirstNameAndPhone = "meme_prenom_et_telephone"

        /// The French label.
        package var libelle: String {
            switch self {
            case .sameErpRef: "même référence locataire"
            case .sameNameAndBirth: "mêmes nom, prénom et date de naissance"
            case .sameFirstNameAndPhone: "mêmes prénom et téléphone"
            }
        }

        package static func < (left: Reason, right: Reason) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// The file with the smaller identity, then the other.
    package let first: Tenant
    package let second: Tenant
    /// The likeliest first; at least one.
    package let reasons: [Reason]

    package init(first: Tenant, second: Tenant, reasons: [Reason]) {
        self.first = first
        self.second = second
        self.reasons = reasons
    }

    /// The fields on which both say something and not the same, accents and case apart.
    package var differingFields: [TenantField] {
        TenantField.allCases.filter { field in
            guard let left = first[field], let right = second[field] else { return false }
            return !field.saysSame(left, right)
        }
    }
}
