extension SearchKey {
    /// The digits of a telephone number, a French number in its national form.
    ///
    /// `+33 6 12 34 56 78`, `0033612345678`, `33612345678` and `06.12.34.56.78` all give
    /// `0612345678`. The start of a number gives the start of the key.
    package static func phone(_ text: String) -> String {
        let digits = text.utf8.filter(Ascii.isDigit)
        let opensWithPlus = text.utf8.first { $0 > Ascii.space } == Ascii.plus
        let national = nationalPart(digits, opensWithPlus: opensWithPlus)
        return String(decoding: national, as: UTF8.self)
    }

    private static func nationalPart(_ digits: [UInt8], opensWithPlus: Bool) -> [UInt8] {
        let france: [UInt8] = [0x33, 0x33]
        var rest = digits
        if digits.starts(with: [Ascii.zero, Ascii.zero] + france) {
            rest = Array(digits.dropFirst(4))
        } else if digits.starts(with: france), opensWithPlus || digits.count == 11 {
            rest = Array(digits.dropFirst(2))
        } else {
            return digits
        }
        if rest.first == Ascii.zero { rest.removeFirst() }  // « +33 (0)6 »
        return [Ascii.zero] + rest
    }
}
