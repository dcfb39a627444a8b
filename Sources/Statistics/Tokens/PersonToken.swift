import Crypto

/// Stands for a person in one figure of one region and one period, and for nothing else.
///
/// Two landlords with the period's key make the same token of the same person. Without the key nobody
/// can tell whose it is, nor that two tokens of different figures or periods are of one person.
package struct PersonToken: Sendable, Hashable {
    static let length = 16
    private static let domain = "passerelle person token 1"

    /// The figures in which persons are counted once across landlords.
    package enum Figure: String, CaseIterable, Sendable {
        case registered
        case participants

        package var indicator: Indicator {
            switch self {
            case .registered: .registered
            case .participants: .participants
            }
        }
    }

    /// Thirty-two small hexadecimal digits.
    package let text: String

    package init(
        of person: PersonIdentity,
        in figure: Figure,
        region: String,
        under key: PeriodKey
    ) {
        let fields = [
            Self.domain, key.period, region, figure.rawValue, person.surname, person.firstName,
            person.birthDate,
        ]
        // Each field after its length: no two lists of fields make the same bytes.
        let message = fields.flatMap { field in
            withUnsafeBytes(of: UInt32(field.utf8.count).bigEndian, Array.init) + field.utf8
        }
        let code = HMAC<SHA256>.authenticationCode(for: message, using: key.key)
        text = HexadecimalText.text(of: code.prefix(Self.length))
    }

    init?(text: String) {
        guard HexadecimalText.bytes(of: text)?.count == Self.length else { return nil }
        self.text = text
    }
}
