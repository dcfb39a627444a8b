/// What became of a registration.
package enum RegistrationStatus: String, CaseIterable, Sendable {
    case registered = "inscrit"
    case waiting = "liste_attente"
    case withdrawn = "desiste"
    case revoked = "annule_service"

    /// The French label.
    package var libelle: String {
        switch self {
        case .registered: "inscrit"
        case .waiting: "en liste d’attente"
        case .withdrawn: "désisté"
        case .revoked: "annulé par le service"
        }
    }
}
