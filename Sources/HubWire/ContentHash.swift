import Crypto
import Foundation
import Sealing

/// The SHA-256 digest of bytes as they travel: the name of a bundle at the hub, and the
/// `Content-Digest` of a request or an answer.
package struct ContentHash: Hashable, Sendable {
    package static let length = 32

    package let bytes: [UInt8]

    package init(of content: some DataProtocol) { bytes = Array(SHA256.hash(data: content)) }

    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = Array(bytes)
    }

    /// Takes sixty-four lower-case hexadecimal digits, and no other form.
    package init?(hex: some StringProtocol) {
        let digits = hex.utf8.map(Self.digit)
        guard digits.count == 2 * Self.length else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[place], let low = digits[place + 1] else { return nil }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    /// The digest as RFC 9530 writes it.
    package var field: String { "sha-256=:" + Data(bytes).base64EncodedString() + ":" }

    /// Reads a `Content-Digest` that names SHA-256 and nothing else.
    package init?(field: String) {
        let (start, end) = ("sha-256=:", ":")
        guard field.hasPrefix(start), field.hasSuffix(end), field.count > start.count,
            let data = Data(base64Encoded: String(field.dropFirst(start.count).dropLast()))
        else { return nil }
        self.init(bytes: Array(data))
        guard self.field == field else { return nil }
    }
}

extension ContentHash: CustomStringConvertible {
    /// The digest as sixty-four hexadecimal digits.
    package var description: String { bytes.hexadecimal }
}
