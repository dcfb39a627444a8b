extension String {
    /// The text with all that could act on a screen, a log or a table written as `%` and two digits:
    /// control characters, line ends, marks that turn the direction of writing or are not seen, and
    /// `%` itself.
    package var escaped: String {
        var text = ""
        for scalar in unicodeScalars {
            guard scalar == "%" || scalar.isUnprintable else {
                text.unicodeScalars.append(scalar)
                continue
            }
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                let digits = String(byte, radix: 16, uppercase: true)
                text += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return text
    }

    /// The text as one line that acts on no screen and no log: as ``escaped``, but `%` stays.
    package var inOneLine: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.isUnprintable {
                text += String(scalar).escaped
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    /// The text that was escaped so; nil where none was.
    package init?(escaped: String) {
        var bytes: [UInt8] = []
        var rest = escaped.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let digits = String(rest.prefix(2)),
                let escaped = UInt8(digits, radix: 16)
            else { return nil }
            bytes.append(escaped)
            rest.removeFirst(2)
        }
        self.init(validating: bytes, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    fileprivate var isUnprintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
            .unassigned:
            true
        default: false
        }
    }
}
