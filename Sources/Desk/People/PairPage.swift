import Tenancy

/// Two files that may be of one person, side by side.
struct PairPage {
    struct Field {
        let name: String
        let label: String
        let left: String
        let right: String
        let differs: Bool
        /// Where only the other file says something, its value is proposed.
        let proposesRight: Bool
    }

    let path: String
    let left: FoundPerson
    let right: FoundPerson
    let reasons: String?
    let fields: [Field]

    init(
        _ visit: DeskVisit,
        _ left: Tenant,
        _ right: Tenant,
        _ reasons: [DuplicateCandidate.Reason]
    ) {
        let language = visit.language
        self.left = FoundPerson(left, visit)
        self.right = FoundPerson(right, visit)
        path = "/doublons/\(self.left.handle)/\(self.right.handle)"
        self.reasons = reasons.isEmpty ? nil : language.reasons(reasons)
        fields = TenantField.allCases.filter { left[$0] != nil || right[$0] != nil }.map { field in
            Field(
                name: field.rawValue,
                label: language.label(field),
                left: language.value(left[field], of: field),
                right: language.value(right[field], of: field),
                differs: left[field] != right[field],
                proposesRight: left[field] == nil && right[field] != nil
            )
        }
    }
}
