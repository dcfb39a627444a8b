extension ImportFailure {
    private static let saveAsUtf8 = "enregistrez-le de nouveau en CSV UTF-8"

    /// The sentence that people read; it shows nothing of what stands in the file but its headers.
    package var libelle: String {
        switch self {
        case .fileEmpty: "Le fichier est vide\u{A0}: exportez-le de nouveau."
        case .fileTooLarge(_, let limit):
            "Le fichier dépasse \(limit / 1_048_576)\u{A0}Mio\u{A0}: coupez-le en plusieurs."
        case .spreadsheet: "C’est un classeur, pas un fichier CSV\u{A0}: \(Self.saveAsUtf8)."
        case .utf16: "Le fichier est en UTF-16\u{A0}: \(Self.saveAsUtf8)."
        case .nulByte(let line):
            "Ligne \(line)\u{A0}: ce n’est pas un fichier de texte\u{A0}; \(Self.saveAsUtf8)."
        case .undefinedByte(_, let line), .mixedEncoding(let line):
            "Ligne \(line)\u{A0}: des accents sont abîmés dans le fichier\u{A0}; \(Self.saveAsUtf8)."
        case .unterminatedQuote(let line):
            "Ligne \(line)\u{A0}: un guillemet s’ouvre et ne se ferme jamais. Fermez-le ou doublez-le."
        case .tooManyRows(let limit):
            "Le fichier a plus de \(limit) lignes\u{A0}: coupez-le en plusieurs."
        default: columnsLibelle
        }
    }

    private var columnsLibelle: String {
        switch self {
        case .noDelimiter(let line):
            "Ligne \(line)\u{A0}: ni point-virgule, ni virgule, ni tabulation entre les titres. "
                + "Est-ce bien un fichier CSV\u{A0}?"
        case .noHeader(let line):
            "La ligne \(line) contient des données, pas des titres\u{A0}: exportez avec la ligne de titres."
        case .headerDamaged(let line):
            "Ligne \(line)\u{A0}: un titre est trop long ou mal fermé\u{A0}; corrigez la ligne de titres."
        case .tooManyColumns(let found, let limit):
            "Le fichier a \(found) colonnes, plus que les \(limit) permises\u{A0}: exportez-en moins."
        case .missingColumns(let fields, _, _):
            "Aucune colonne pour\u{A0}: \(fields.map(\.libelle).joined(separator: ", "))."
        default: "La correspondance des colonnes n’est pas utilisable."
        }
    }
}
