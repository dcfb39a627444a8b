extension PartnerKind {
    /// The kinds of partners that would tell of a difficulty; outside the store they are « Autre ».
    private static let sensitiveCodes: Set<String> = [
        "ASE", "CAARUD", "CIDFF", "CSAPA", "PENSION", "PJJ", "PREVENTION", "SPIP",
    ]

    /// The kind as a file may show it that leaves the store.
    static func outsideLibelle(ofCode code: String) -> String {
        guard !sensitiveCodes.contains(code), let kind = PartnerKind(code: code) else {
            return "Autre"
        }
        switch kind {
        case .institution(let institution): return institution.libelle
        case .training: return "Organisme de formation"
        case .employer: return "Employeur"
        case .association: return "Association"
        default: return "Autre"
        }
    }
}
