import Crypto

/// The SHA-256 of a published document, as its hexadecimal text.
package struct ContentDigest: Sendable, Hashable {
    package let text: String

    package init(of bytes: [UInt8]) {
        text = SHA256.hash(data: bytes).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// Reads 64 small hexadecimal digits and nothing looser.
    package init?(text: String) {
        let digits = text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
        }
        guard text.utf8.count == 64, digits else { return nil }
        self.text = text
    }
}
