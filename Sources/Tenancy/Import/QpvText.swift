/// Reads the code of a priority district (QPV).
package enum QpvText {
    /// What the text turned out to be.
    package enum Reading: Equatable {
        case code(String)
        /// The column says in words that the address lies in none.
        case none
        case invalid
    }

    /// A code is QP (2015 list) or QN (2024 list) and six signs: `QP059001`, `QN05901M`.
    package static func read(_ text: String) -> Reading {
        let code = text.filter { $0 != " " }.uppercased()
        let signs = Array(code.utf8)
        let isCode =
            signs.count == 8 && (code.hasPrefix("QP") || code.hasPrefix("QN"))
            && signs.allSatisfy { Ascii.isDigit($0) || Ascii.isLetter($0) }
        if isCode { return .code(code) }
        return ["non", "n", "0", "hors qpv", "aucun", ""].contains(SearchKey.fold(text))
            ? .none : .invalid
    }
}
