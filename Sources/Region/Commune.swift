/// A commune of Hauts-de-France, as it stood on 1 January 2026.
package struct Commune: Hashable, Sendable {
    /// The official code, five characters: « 02691 » keeps its zero.
    package let code: String
    package let name: String
    package let departement: Departement
    package let epci: Epci
}
