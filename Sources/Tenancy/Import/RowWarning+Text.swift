extension RowWarning: CustomStringConvertible {
    /// The sentence that people read, with the column.
    package var libelle: String {
        "\(kind.libelle) (colonne «\u{A0}\(column)\u{A0}»)"
    }

    package var description: String { "\(kind.description) (column \"\(column)\")" }
}

extension RowWarning.Kind: CustomStringConvertible {
    /// The sentence that people read.
    package var libelle: String {
        switch self {
        case .nirBlanked: "numéro de sécurité sociale effacé"
        case .communeZeroRestored: "code INSEE\u{A0}: zéro du début remis"
        case .communeCodeToVerify: "code INSEE à vérifier"
        case .postalZeroRestored: "code postal\u{A0}: zéro du début remis"
        case .postalCodeToVerify: "code postal à vérifier"
        case .phoneMangled: "téléphone abîmé par le tableur, laissé de côté"
        case .phoneInvalid: "téléphone impossible, laissé de côté"
        case .phoneZeroRestored: "téléphone\u{A0}: zéro du début remis"
        case .emailInvalid: "adresse mail impossible, laissée de côté"
        case .titleUnknown: "civilité non comprise, laissée de côté"
        case .birthDateSerial: "date de naissance lue depuis un nombre de tableur, à vérifier"
        case .birthDateTwoDigitYear: "année de naissance à deux chiffres, siècle à vérifier"
        case .extractDateInvalid: "date d’extraction illisible ou future, laissée de côté"
        case .referenceMangled: "référence abîmée par le tableur, laissée de côté"
        case .qpvCodeInvalid: "code de quartier prioritaire non compris, laissé de côté"
        case .charactersLost: "caractères perdus à l’export, à vérifier"
        }
    }

    package var description: String {
        switch self {
        case .nirBlanked: "a social security number was blanked"
        case .communeZeroRestored: "the leading zero of the INSEE code was restored"
        case .communeCodeToVerify: "the INSEE code needs checking"
        case .postalZeroRestored: "the leading zero of the postal code was restored"
        case .postalCodeToVerify: "the postal code needs checking"
        case .phoneMangled: "a telephone number rounded by a spreadsheet was left out"
        case .phoneInvalid: "an impossible telephone number was left out"
        case .phoneZeroRestored: "the leading zero of the telephone number was restored"
        case .emailInvalid: "an impossible e-mail address was left out"
        case .titleUnknown: "a title that was not understood was left out"
        case .birthDateSerial: "the birth date was read from a spreadsheet serial number"
        case .birthDateTwoDigitYear: "the birth date has a two-digit year"
        case .extractDateInvalid: "an unreadable or future extract date was left out"
        case .referenceMangled: "a reference rounded by a spreadsheet was left out"
        case .qpvCodeInvalid: "a priority district code that was not understood was left out"
        case .charactersLost: "characters were lost by the exporting software"
        }
    }
}
