/// French typography for numbers and quotations.
package enum FrenchText {
    /// The no-break space of « » and of fractions.
    package static let space = "\u{00A0}"

    /// The narrow no-break space of thousands and of percentages.
    package static let narrowSpace = "\u{202F}"

    /// An integer with its thousands apart: 1 250.
    package static func integer(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var groups: [Substring] = []
        var rest = Substring(digits)
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        return (value < 0 ? "-" : "") + groups.joined(separator: narrowSpace)
    }

    /// A quotation: « text ».
    package static func quoted(_ text: String) -> String {
        "«" + space + text + space + "»"
    }

    /// « 1 bailleur », « 2 bailleurs »: French counts 0 and 1 as singular.
    package static func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
        integer(count) + space + (count < 2 ? singular : plural)
    }

    /// Puts the no-break spaces that French punctuation asks for, so that it never starts a line.
    static func typeset(_ text: String) -> String {
        var result = ""
        for character in text {
            if ":;?!»".contains(character), result.last == " " {
                result.removeLast()
                result += space
            }
            if character == " ", result.last == "«" {
                result += space
            } else {
                result.append(character)
            }
        }
        return result
    }

    static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
