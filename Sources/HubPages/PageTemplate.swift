import Mustache
import WebPages

/// A template of the pages, by the name of its file.
package enum PageTemplate: String, CaseIterable {
    case cadre
    case connexion
    case accueil
    case entonnoir
    case bailleurs
    case tableaux
    case carte
    case nuits
    case bilans
    case chiffre
    case message

    /// Its text, as it was compiled in.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    private var bytes: [UInt8] {
        switch self {
        case .cadre: PackageResources.cadre_mustache
        case .connexion: PackageResources.connexion_mustache
        case .accueil: PackageResources.accueil_mustache
        case .entonnoir: PackageResources.entonnoir_mustache
        case .bailleurs: PackageResources.bailleurs_mustache
        case .tableaux: PackageResources.tableaux_mustache
        case .carte: PackageResources.carte_mustache
        case .nuits: PackageResources.nuits_mustache
        case .bilans: PackageResources.bilans_mustache
        case .chiffre: PackageResources.chiffre_mustache
        case .message: PackageResources.message_mustache
        }
    }

    /// All of them, read once.
    static func library() throws -> MustacheLibrary {
        try PageLibrary.make(
            Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.text) })
        )
    }
}
