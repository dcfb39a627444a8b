/// A column that the import refuses to read because it holds social security numbers.
package struct DroppedColumn: Equatable, Sendable {
    /// What gave it away.
    package enum Reason: Equatable, Sendable {
        case header
        case values
    }

    /// Its place in the file, counted from 1.
    package let number: Int
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
        case .header: "numéro de sécurité sociale annoncé par le titre, jamais lu"
        case .values: "valeurs qui ressemblent à un numéro de sécurité sociale, jamais gardées"
        }
    }
}
