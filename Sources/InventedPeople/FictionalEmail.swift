/// E-mail addresses in domains that are kept for examples (RFC 2606).
package enum FictionalEmail {
    package static let domains = ["example.org", "courriel.example", "messagerie.example"]

    /// The number keeps two people of one name apart.
    static func address(firstName: String, lastName: String, number: Int, domain: Int) -> String {
        "\(plain(firstName)).\(plain(lastName)).\(number)@\(domains[domain % domains.count])"
    }

    /// Small letters without accents, and hyphens for what is not a letter.
    static func plain(_ name: String) -> String {
        var plain = ""
        for scalar in name.lowercased().unicodeScalars {
            plain += letters(for: scalar)
        }
        return plain
    }

    private static func letters(for scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "a"..."z": String(scalar)
        case "à", "â", "ä": "a"
        case "ç": "c"
        case "è", "é", "ê", "ë": "e"
        case "î", "ï": "i"
        case "ô", "ö": "o"
        case "ù", "û", "ü": "u"
        case "ÿ": "y"
        case "œ": "oe"
        default: "-"
        }
    }
}
