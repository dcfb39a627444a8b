/// Brings a telephone number to one form: ten digits for France, `+…` for elsewhere.
package enum PhoneText {
    /// What the text turned out to be.
    package enum Reading: Equatable {
        case number(String)
        /// Nine digits whose leading zero a spreadsheet had taken.
        case zeroRestored(String)
        /// `6,12E+08`: the last digits are gone for good.
        case mangled
        case invalid
    }

    package static func read(_ text: String) -> Reading {
        if isScientific(text) { return .mangled }
        var digits: [UInt8] = []
        for byte in text.utf8 {
            if Ascii.isDigit(byte) {
                digits.append(byte)
            } else if !isPunctuation(byte) {
                return .invalid
            }
        }
        if text.utf8.contains(Ascii.plus) {
            guard hasOnePlusInFront(text) else { return .invalid }
            return readInternational(digits)
        }
        if digits.starts(with: [Ascii.zero, Ascii.zero]) {
            return readInternational(Array(digits.dropFirst(2)))
        }
        return readNational(digits)
    }

    /// Whether a spreadsheet has rounded a long number: `6,12E+08`, `6.12E+08`.
    package static func isScientific(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let plus = bytes.firstIndex(of: Ascii.plus), plus >= 2,
            Ascii.lowercased(bytes[plus - 1]) == 0x65, plus + 1 < bytes.count,
            bytes[(plus + 1)...].allSatisfy(Ascii.isDigit), Ascii.isDigit(bytes[0])
        else { return false }
        return bytes[..<(plus - 1)].allSatisfy {
            Ascii.isDigit($0) || $0 == Ascii.comma || $0 == Ascii.period
        }
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case Ascii.space, Ascii.period, Ascii.hyphen, Ascii.slash, Ascii.plus, 0x28, 0x29, 0x27:
            true  // 28 and 29 are the parentheses, 27 the apostrophe that keeps a zero
        default: false
        }
    }

    private static func hasOnePlusInFront(_ text: String) -> Bool {
        let signs = text.utf8.filter { $0 == Ascii.plus || Ascii.isDigit($0) }
        return signs.first == Ascii.plus && !signs.dropFirst().contains(Ascii.plus)
    }

    private static func readNational(_ digits: [UInt8]) -> Reading {
        switch digits.count {
        case 10 where digits[0] == Ascii.zero && digits[1] != Ascii.zero:
            return .number(String(decoding: digits, as: UTF8.self))
        case 11 where digits.starts(with: [0x33, 0x33]):
            return readInternational(digits)
        case 9 where digits[0] != Ascii.zero:
            return .zeroRestored("0" + String(decoding: digits, as: UTF8.self))
        default:
            return .invalid
        }
    }

    /// Reads digits that begin with a country code: France comes home, the others keep `+`.
    private static func readInternational(_ digits: [UInt8]) -> Reading {
        if digits.starts(with: [0x33, 0x33]) {
            var rest = digits.dropFirst(2)
            if rest.first == Ascii.zero { rest = rest.dropFirst() }  // « +33 (0)6 »
            guard rest.count == 9, rest.first != Ascii.zero else { return .invalid }
            return .number("0" + String(decoding: rest, as: UTF8.self))
        }
        guard (8...15).contains(digits.count), digits.first != Ascii.zero else { return .invalid }
        return .number("+" + String(decoding: digits, as: UTF8.self))
    }
}
