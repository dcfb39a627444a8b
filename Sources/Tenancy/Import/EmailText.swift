/// Brings an e-mail address to lower case, and refuses what cannot be one.
package enum EmailText {
    package static func read(_ text: String) -> String? {
        let address = text.lowercased()
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254, isDotted(parts[0]), isDotted(parts[1]),
            parts[1].contains("."), parts[1].allSatisfy(isDomainSign),
            address.utf8.allSatisfy(isPlain)
        else { return nil }
        return address
    }

    /// Neither empty, nor with a dot at an end or two dots together.
    private static func isDotted(_ part: Substring) -> Bool {
        part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }

    private static func isDomainSign(_ sign: Character) -> Bool {
        sign.isLetter || sign.isNumber || sign == "-" || sign == "."
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > Ascii.space && !Array("\"(),:;<>[\\]".utf8).contains(byte)
    }
}
