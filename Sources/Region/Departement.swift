/// A département of Hauts-de-France, named by its official code.
package enum Departement: String, CaseIterable, Hashable, Sendable {
    case aisne = "02"
    case nord = "59"
    case oise = "60"
    case pasDeCalais = "62"
    case somme = "80"

    /// The two characters of the official code, leading zero kept.
    package var code: String { rawValue }

    /// The name as it is printed.
    package var name: String {
        switch self {
        case .aisne: "Aisne"
        case .nord: "Nord"
        case .oise: "Oise"
        case .pasDeCalais: "Pas-de-Calais"
        case .somme: "Somme"
        }
    }
}
