extension RejectReason: CustomStringConvertible {
    /// The sentence that people read.
    package var libelle: String {
        switch self {
        case .lastNameMissing(let column): "nom absent" + Self.inColumn(column)
        case .firstNameMissing(let column): "prénom absent" + Self.inColumn(column)
        case .birthDateMissing(let column): "date de naissance absente" + Self.inColumn(column)
        case .birthDateImpossible(let column):
            "date de naissance impossible" + Self.inColumn(column)
        case .birthDateUnreadable(let column):
            "date de naissance illisible, attendue jj/mm/aaaa" + Self.inColumn(column)
        case .birthDateInFuture(let column): "naissance dans le futur" + Self.inColumn(column)
        case .birthDateBefore1900(let column): "naissance avant 1900" + Self.inColumn(column)
        case .tooFewCells(let found, let expected):
            "ligne trop courte\u{A0}: \(found) cellules au lieu de \(expected)"
        case .tooManyCells(let found, let expected):
            "ligne trop longue\u{A0}: \(found) cellules au lieu de \(expected)"
        case .cellTooLarge(let column, let limit):
            "cellule de plus de \(limit) octets" + Self.inColumn(column)
        case .textAfterQuote(let column):
            "guillemet mal fermé" + Self.inColumn(column)
        }
    }

    private static func inColumn(_ column: String) -> String {
        " (colonne «\u{A0}\(column)\u{A0}»)"
    }

    package var description: String {
        switch self {
        case .lastNameMissing(let column): "no last name in column \"\(column)\""
        case .firstNameMissing(let column): "no first name in column \"\(column)\""
        case .birthDateMissing(let column): "no birth date in column \"\(column)\""
        case .birthDateImpossible(let column): "no such day in column \"\(column)\""
        case .birthDateUnreadable(let column):
            "no day can be read in column \"\(column)\": write dd/mm/yyyy"
        case .birthDateInFuture(let column): "birth after today in column \"\(column)\""
        case .birthDateBefore1900(let column): "birth before 1900 in column \"\(column)\""
        case .tooFewCells(let found, let expected): "\(found) cells, fewer than \(expected)"
        case .tooManyCells(let found, let expected): "\(found) cells, more than \(expected)"
        case .cellTooLarge(let column, let limit):
            "a cell of column \"\(column)\" is over \(limit) bytes"
        case .textAfterQuote(let column):
            "text after the closing quote in column \"\(column)\": double the inner quotes"
        }
    }
}
