extension JSONReader {
    mutating func readText() throws(JSONFailure) -> String {
        guard try peek() == UInt8(ascii: "\"") else { throw .unexpectedByte(offset: offset) }
        offset += 1
        var text: [UInt8] = []
        while true {
            let byte = try peek()
            offset += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let valid = String(validating: text, as: UTF8.self) else {
                    throw .badText(offset: offset)
                }
                return valid
            case UInt8(ascii: "\\"): text += String(try readEscape()).utf8
            case 0..<0x20: throw .badText(offset: offset)
            default: text.append(byte)
            }
        }
    }

    private mutating func readEscape() throws(JSONFailure) -> Unicode.Scalar {
        let byte = try peek()
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try readScalar()
        default: throw .badText(offset: offset)
        }
    }

    private mutating func readScalar() throws(JSONFailure) -> Unicode.Scalar {
        let unit = try readUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // A surrogate: only a high one followed by a low one makes a scalar.
        guard unit < 0xDC00, try peek() == UInt8(ascii: "\\") else {
            throw .badText(offset: offset)
        }
        offset += 1
        guard try peek() == UInt8(ascii: "u") else { throw .badText(offset: offset) }
        offset += 1
        let low = try readUnit()
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw .badText(offset: offset) }
        return scalar
    }

    private mutating func readUnit() throws(JSONFailure) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue else {
                throw .badText(offset: offset)
            }
            unit = unit << 4 | UInt32(digit)
            offset += 1
        }
        return unit
    }
}
