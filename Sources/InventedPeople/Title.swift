/// How a tenant is addressed.
package enum Title: String, CaseIterable, Hashable, Sendable {
    case madame
    case monsieur

    /// The short form that an ERP writes.
    package var short: String {
        switch self {
        case .madame: "Mme"
        case .monsieur: "M."
        }
    }
}
