/// A group of communes with its own taxes (EPCI), as it stood in 2026.
package struct Epci: Hashable, Sendable {
    /// What kind of group it is, in the official short form.
    package enum Nature: String, CaseIterable, Hashable, Sendable {
        case communauteDeCommunes = "CC"
        case communauteAgglomeration = "CA"
        case communauteUrbaine = "CU"
        case metropole = "METRO"
    }

    /// The nine digits that name the group.
    package let siren: String
    package let name: String
    package let nature: Nature
}
