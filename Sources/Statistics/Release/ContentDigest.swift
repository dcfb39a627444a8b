import Crypto

/// The SHA-256 of a published document, as its hexadecimal text.
package struct ContentDigest: Sendable, Hashable {
    package let text: String

    package init(of bytes: [UInt8]) {
        text = HexadecimalText.text(of: SHA256.hash(data: bytes))
    }

    /// Reads 64 small hexadecimal digits and nothing looser.
    package init?(text: String) {
        guard HexadecimalText.bytes(of: text)?.count == 32 else { return nil }
        self.text = text
    }
}
