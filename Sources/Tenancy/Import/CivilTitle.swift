/// How a person is addressed.
package enum CivilTitle: String, Codable, Hashable, Sendable {
    case monsieur
    case madame

    /// Reads the usual French forms, short or long; nil for anything else.
    package init?(reading text: String) {
        switch SearchKey.fold(text) {
        case "m", "mr", "monsieur", "mons", "h", "homme": self = .monsieur
        case "mme", "mlle", "madame", "mademoiselle", "mde", "melle", "f", "femme":
            self = .madame
        default: return nil
        }
    }
}
