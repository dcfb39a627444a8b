/// Mends the codes of communes and post offices, whose leading zero spreadsheets take away.
package enum PlaceCode {
    /// What the text turned out to be; a code to verify is kept as it is.
    package enum Reading: Equatable {
        case code(String)
        case zeroRestored(String)
        case toVerify(String)
    }

    /// An INSEE commune code: five digits, or 2A or 2B and three digits.
    package static func readCommune(_ text: String) -> Reading {
        let code = compact(text)
        if code.hasPrefix("2A") || code.hasPrefix("2B") {
            let isCode = code.utf8.count == 5 && code.utf8.dropFirst(2).allSatisfy(Ascii.isDigit)
            return isCode ? .code(code) : .toVerify(code)
        }
        return readDigits(code)
    }

    package static func readPostal(_ text: String) -> Reading {
        readDigits(compact(text))
    }

    private static func readDigits(_ code: String) -> Reading {
        guard code.utf8.allSatisfy(Ascii.isDigit) else { return .toVerify(code) }
        return switch code.utf8.count {
        case 5: .code(code)
        case 4: .zeroRestored("0" + code)
        default: .toVerify(code)
        }
    }

    private static func compact(_ text: String) -> String {
        text.filter { $0 != " " }.uppercased()
    }
}
