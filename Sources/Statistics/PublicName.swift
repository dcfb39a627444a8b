/// What a published code or name may look like.
enum PublicName {
    /// The longest code, in bytes.
    static let longestCode = 32

    /// The longest name, in bytes of UTF-8.
    static let longestName = 200

    /// Letters, digits, « - » and « _ » of ASCII.
    static func code(_ text: String, of field: NamedField) throws(NameFailure) -> String {
        let allowed = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
            default: false
            }
        }
        guard allowed, !text.isEmpty, text.utf8.count <= longestCode else {
            throw .badCode(field)
        }
        return text
    }

    /// One line of visible text.
    static func name(_ text: String, of field: NamedField) throws(NameFailure) -> String {
        let visible = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                false
            default: true
            }
        }
        let blank = text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        guard visible, !blank, text.utf8.count <= longestName else { throw .badName(field) }
        return text
    }
}
