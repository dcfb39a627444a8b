extension NirDetector {
    // As `HeaderKey` writes them: « N° », « Num. » and « No » have become « numero ».
    private static let names: Set<String> = ["numeroinsee", "matriculeinsee"]
    private static let initials: Set<String> = ["nir", "nss", "nia", "ss"]
    private static let words: Set<String> = [
        "nir", "nss", "nia", "ss", "secu", "numss", "numsecu", "noss", "nosecu", "nsecu",
    ]
    private static let parts = ["securitesociale", "secusociale", "numerosecu"]

    /// Whether this header announces a NIR, as NSS, n° SS or numéro de sécurité sociale do.
    package static func isNamed(in header: String) -> Bool {
        let key = HeaderKey(header)
        let letters = SearchKey.fold(header).filter { $0 != " " }  // « N.I.R. » is no « n° »
        return names.contains(key.text) || initials.contains(letters)
            || !words.isDisjoint(with: key.words)
            || parts.contains { key.text.contains($0) }
    }
}
