import Foundation
import Sealing

/// What stands in the two signature fields of a request or an answer: an RFC 9421 profile with one
/// label, one list of components and one form.
package struct HubSignature: Hashable, Sendable {
    package enum Kind: Sendable {
        case request
        case answer

        var components: String {
            switch self {
            case .request: #"("@method" "@path" "@query" "content-digest")"#
            case .answer: #"("@status" "content-digest" "passerelle-nonce")"#
            }
        }

        var tag: String {
            switch self {
            case .request: "passerelle-request-1"
            case .answer: "passerelle-answer-1"
            }
        }

        var domain: Domain {
            switch self {
            case .request: .hubRequest
            case .answer: .hubAnswer
            }
        }
    }

    private static let label = "passerelle="

    package let kind: Kind
    package let nonce: String
    /// The device that signs, or `hub`.
    package let keyID: String

    package init(_ kind: Kind, nonce: String, keyID: String) {
        self.kind = kind
        self.nonce = nonce
        self.keyID = keyID
    }

    private var parameters: String {
        kind.components
            + ";nonce=\"\(nonce)\";keyid=\"\(keyID)\";alg=\"ed25519\";tag=\"\(kind.tag)\""
    }

    /// The `Signature-Input` field.
    package var input: String { Self.label + parameters }

    /// Reads a `Signature-Input` in its one form.
    package init?(_ kind: Kind, input: String) {
        let parts = input.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count >= 9, input.utf8.count <= 512 else { return nil }
        let values = parts.suffix(9)
        let (nonce, keyID) = (
            String(values[values.startIndex + 1]), String(values[values.startIndex + 3])
        )
        guard nonce.utf8.count <= HubLimits.nonce, Self.isPlain(nonce), Self.isPlain(keyID) else {
            return nil
        }
        self.init(kind, nonce: nonce, keyID: keyID)
        guard self.input == input else { return nil }
    }

    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
            }
    }

    /// The signature base of RFC 9421: a line a component, then the parameters.
    private func base(_ lines: [(name: String, value: String)]) -> [UInt8] {
        let all = lines + [("@signature-params", parameters)]
        let text = all.map { "\"\($0.name)\": \($0.value)" }
        return Array(text.joined(separator: "\n").utf8)
    }

    /// What a device signs.
    package func base(method: String, target: String, contentDigest: String) -> [UInt8] {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return base([
            ("@method", method), ("@path", parts.first.map(String.init) ?? ""),
            ("@query", "?" + (parts.count > 1 ? String(parts[1]) : "")),
            (HubField.contentDigest, contentDigest),
        ])
    }

    /// What the hub signs.
    package func base(status: Int, contentDigest: String, nextNonce: String) -> [UInt8] {
        base([
            ("@status", String(status)), (HubField.contentDigest, contentDigest),
            (HubField.nonce, nextNonce),
        ])
    }

    /// The `Signature` field over a base.
    package func field(over base: [UInt8], by key: SigningKey) throws(SealFailure) -> String {
        let signature = try key.sign(base, as: kind.domain)
        return Self.label + ":" + Data(signature).base64EncodedString() + ":"
    }

    /// Whether a `Signature` field is that of the key over a base.
    package func accepts(_ field: String, over base: [UInt8], by key: VerifyingKey) -> Bool {
        let start = Self.label + ":"
        guard field.hasPrefix(start), field.hasSuffix(":"), field.utf8.count <= 128,
            let signature = Data(base64Encoded: String(field.dropFirst(start.count).dropLast()))
        else { return false }
        return key.accepts(Array(signature), of: base, as: kind.domain)
    }
}
