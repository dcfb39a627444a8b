/// Recognises a French social security number (NIR), which the application must never keep.
///
/// Any 13 or 15 digits that have the shape count, spaces and dots between them or not: a mistyped
/// number is as personal as a right one. The key only decides for the rare numbers given to
/// incomplete birth records (months 20, 30 to 42, 50 to 99) and for the temporary ones (7 and 8).
package enum NirDetector {
    /// Whether a NIR stands somewhere in these bytes.
    package static func isPresent(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count >= 13 else { return false }
        var digits = 0
        for index in range where Ascii.isDigit(bytes[index]) { digits += 1 }
        guard digits >= 12 else { return false }
        return range.contains { index in
            canOpen(bytes[index])
                && (index == range.lowerBound || !Ascii.isDigit(bytes[index - 1]))
                && opens(at: index, in: bytes, until: range.upperBound)
        }
    }

    /// 1 for men, 2 for women; 7 and 8 while the civil status is being checked.
    private static func canOpen(_ byte: UInt8) -> Bool {
        byte == 0x31 || byte == 0x32 || byte == 0x37 || byte == 0x38
    }

    private static func opens(at start: Int, in bytes: [UInt8], until end: Int) -> Bool {
        var signs: [UInt8] = []
        signs.reserveCapacity(15)
        var index = start
        while index < end, signs.count < 15 {
            let byte = bytes[index]
            index += 1
            if Ascii.isDigit(byte) || isCorsicanLetter(byte, after: signs) {
                signs.append(byte)
            } else if !isSeparator(byte) {
                return false
            }
            let isComplete = signs.count == 13 || signs.count == 15
            let isBounded = index == end || !Ascii.isDigit(bytes[index])
            if isComplete, isBounded, hasShape(signs) { return true }
        }
        return false
    }

    private static func isCorsicanLetter(_ byte: UInt8, after signs: [UInt8]) -> Bool {
        let lower = Ascii.lowercased(byte)
        return signs.count == 6 && signs[5] == 0x32 && (lower == 0x61 || lower == 0x62)
    }

    // Neither slash nor colon: a day and an hour are not a NIR. Spaces, ends of lines and control
    // characters are passed over because cleaning the text will; bytes from 7F up, because of
    // the no-break spaces of both encodings.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte <= Ascii.space || byte >= 0x7F || byte == Ascii.period || byte == Ascii.hyphen
    }

    private static func hasShape(_ signs: [UInt8]) -> Bool {
        let isCorsican = !Ascii.isDigit(signs[6])
        guard let month = Ascii.number(signs[3...4]),
            isCorsican || Ascii.number(signs[5...6]) != 0
        else { return false }
        let isOrdinary = signs[0] <= 0x32 && (1...12).contains(month)
        let isRare = month == 20 || (30...42).contains(month) || month >= 50
        return isOrdinary || (isRare || (1...12).contains(month)) && hasRightKey(signs)
    }

    private static func hasRightKey(_ signs: [UInt8]) -> Bool {
        guard signs.count == 15, let key = Ascii.number(signs[13...14]) else { return false }
        var number = 0
        for (place, sign) in signs.prefix(13).enumerated() {
            let digit =
                if place == 6, !Ascii.isDigit(sign) {
                    // 2A counts as 19 and 2B as 18: one less and two less than 20.
                    Ascii.lowercased(sign) == 0x61 ? -1 : -2
                } else {
                    Int(sign - Ascii.zero)
                }
            number = number * 10 + digit
        }
        return key == 97 - number % 97
    }
}
