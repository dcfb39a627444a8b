import Foundation

/// A need for which somebody is sent to a partner, as far as statistics name it.
///
/// Agents write a theme in a word, or as data·inclusion does (« mobilite--… »). What is not listed
/// here is « other », health and justice among it.
enum ReferralTheme: String, CaseIterable {
    case employment
    case training
    case rights
    case housing
    case mobility
    case digital
    case family
    case other

    init(_ text: String) {
        let end = text.range(of: "--")?.lowerBound ?? text.endIndex
        self = Self.words[SearchKey.fold(String(text[..<end]))] ?? .other
    }

    /// Folded words: those of agents, then the families of data·inclusion.
    private static let words: [String: ReferralTheme] = [
        "emploi": .employment, "formation": .training, "droits": .rights,
        "acces aux droits": .rights, "logement": .housing, "hebergement": .housing,
        "mobilite": .mobility, "numerique": .digital, "famille": .family,
        "garde d enfants": .family,
        "choisir un metier": .employment, "creer une entreprise": .employment,
        "preparer sa candidature": .employment, "remobilisation": .employment,
        "trouver un emploi": .employment, "se former": .training,
        "lecture ecriture calcul": .training,
        "difficultes administratives ou juridiques": .rights, "logement hebergement": .housing,
    ]
}
