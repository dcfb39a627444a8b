extension CanonicalField {
    /// The French label.
    package var libelle: String {
        switch self {
        case .mobile: "téléphone mobile"
        case .extractedAt: "jour de l’extrait"
        default: TenantField(rawValue: rawValue)?.libelle ?? rawValue
        }
    }
}
