/// A column of the file that the import leaves aside.
package struct IgnoredColumn: Equatable, Sendable {
    /// Why it is left aside.
    package enum Reason: Equatable, Sendable {
        case unknown
        case untitled
        /// A column further left already gives this field.
        case alreadyGiven(CanonicalField)
        /// Somebody chose so.
        case leftAside
    }

    /// Its place in the file, counted from 1.
    package let number: Int
    /// The header, or `n° 15` for a column that has none.
    package let header: String
    package let reason: Reason

    package init(number: Int, header: String, reason: Reason) {
        self.number = number
        self.header = header
        self.reason = reason
    }

    /// The sentence that people read.
    package var libelle: String {
        switch reason {
        case .unknown: "colonne inconnue, ignorée"
        case .untitled: "colonne sans titre, ignorée"
        case .leftAside: "colonne laissée de côté"
        case .alreadyGiven: "une colonne plus à gauche donne déjà cette information, ignorée"
        }
    }
}
