import Records

/// The column form of a `set` field: a JSON array of texts, sorted by their bytes, each once.
///
/// Only what this form needs of JSON is read, strictly; anything else is refused rather than guessed.
public enum TextSet {
    /// The column value for the members: nothing for the empty set.
    public static func column(_ members: some Sequence<String>) -> Value {
        let unique = Set(members.map { Array($0.utf8) })
            .sorted { $0.lexicographicallyPrecedes($1) }
        guard !unique.isEmpty else { return .null }
        let quoted = unique.map { quote(String(decoding: $0, as: UTF8.self)) }
        return .text("[" + quoted.joined(separator: ",") + "]")
    }

    /// The members that a column value holds, nil where it is no array of texts.
    public static func members(_ value: Value) -> [String]? {
        switch value {
        case .null: []
        case .text(let text): parse(Array(text.utf8))
        default: nil
        }
    }

    private static func quote(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func parse(_ bytes: [UInt8]) -> [String]? {
        var index = 0
        var members: [String] = []
        func skipSpace() { while index < bytes.count, bytes[index] <= 32 { index += 1 } }
        func take(_ character: Character) -> Bool {
            skipSpace()
            guard index < bytes.count, bytes[index] == character.asciiValue else { return false }
            index += 1
            return true
        }
        guard take("[") else { return nil }
        if take("]") { return index == bytes.count ? [] : nil }
        repeat {
            guard take("\""), let member = string(bytes, &index) else { return nil }
            members.append(member)
        } while take(",")
        guard take("]") else { return nil }
        skipSpace()
        return index == bytes.count ? members : nil
    }

    /// The rest of a string whose opening quote was read.
    private static func string(_ bytes: [UInt8], _ index: inout Int) -> String? {
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard index < bytes.count else { return nil }
                let escaped = bytes[index]
                index += 1
                if escaped == UInt8(ascii: "u") {
                    guard index + 4 <= bytes.count,
                        let digits = String(validating: bytes[index..<index + 4], as: UTF8.self),
                        let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number)
                    else { return nil }
                    index += 4
                    text += Array(String(scalar).utf8)
                } else if escaped == UInt8(ascii: "\"") || escaped == UInt8(ascii: "\\")
                    || escaped == UInt8(ascii: "/")
                {
                    text.append(escaped)
                } else {
                    return nil
                }
            case 0..<32: return nil
            default: text.append(byte)
            }
        }
        return nil
    }
}
