import Crypto
import Foundation
import Sealing
import TestKit
import Testing

/// Keys, signatures and seals of keys.
struct KeyTests {
    private let entropy = SeededEntropy(3)

    @Test func `25: Ed25519 keys of low order or in a second encoding are refused`() throws {
        for key in WeakPoints.lowOrder + WeakPoints.nonCanonical {
            #expect(throws: SealFailure.weakKey) { _ = try VerifyingKey(bytes: key) }
            // The library takes them all, which is why this code does not.
            #expect((try? Curve25519.Signing.PublicKey(rawRepresentation: key)) != nil)
        }
        for length in [0, 31, 33] {
            #expect(throws: SealFailure.weakKey) {
                _ = try VerifyingKey(bytes: [UInt8](repeating: 9, count: length))
            }
        }
    }

    @Test func `26: X25519 keys of low order or in a second encoding are refused`() {
        for key in WeakPoints.montgomery {
            #expect(throws: SealFailure.weakKey) { _ = try ReceivePublicKey(bytes: key) }
        }
    }

    @Test func `the library would have agreed on zero with the seven low-order points`() throws {
        let key = Curve25519.KeyAgreement.PrivateKey()
        for point in WeakPoints.montgomery.prefix(7) {
            let other = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: point)
            let secret = try? key.sharedSecretFromKeyAgreement(with: other)
            let zeros = secret.map { $0.withUnsafeBytes { $0.allSatisfy { $0 == 0 } } }
            #expect(zeros ?? true)
        }
    }

    @Test func `a signature is good for its message, purpose and key alone`() throws {
        let key = try SigningKey(from: entropy)
        let other = try SigningKey(from: entropy)
        let signature = try key.sign([1, 2], as: .request)
        let verifier = key.verifyingKey
        #expect(verifier.accepts(signature, of: [1, 2], as: .request))
        #expect(!verifier.accepts(signature, of: [1, 2, 0], as: .request))
        #expect(!verifier.accepts(signature, of: [1, 2], as: .invitation))
        #expect(!other.verifyingKey.accepts(signature, of: [1, 2], as: .request))
        for count in [0, 63] {
            #expect(!verifier.accepts(signature.prefix(count), of: [1, 2], as: .request))
        }
    }

    @Test func `S at or above the order, and R of low order, are refused`() throws {
        let key = try SigningKey(from: entropy)
        let order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
        for _ in 0..<50 {
            let message = entropy.bytes(8)
            let signature = try key.sign(message, as: .request)
            var carry = 0
            let sum = zip(signature[32...], order).map { left, right -> UInt8 in
                carry += Int(left) + Int(right)
                defer { carry >>= 8 }
                return UInt8(truncatingIfNeeded: carry)
            }
            #expect(!key.verifyingKey.accepts(signature[..<32] + sum, of: message, as: .request))
            for point in WeakPoints.lowOrder {
                let weak = point + signature[32...]
                #expect(!key.verifyingKey.accepts(weak, of: message, as: .request))
            }
        }
        let atOrder = [UInt8](repeating: 9, count: 32) + order
        #expect(!key.verifyingKey.accepts(atOrder, of: [], as: .request))
    }

    @Test func `a seal of a key opens for its recipient and its purpose alone`() throws {
        let recipient = try ReceiveKey(from: entropy)
        for size in [0, 1, 32, 5_000] {
            let message = entropy.bytes(size)
            let seal = try KeySeal(message, to: recipient.publicKey, info: [7], entropy: entropy)
            #expect(try seal.open(with: recipient, info: [7]) == message)
            #expect(throws: SealFailure.badTag) { _ = try seal.open(with: recipient, info: [8]) }
            let stranger = try ReceiveKey(from: entropy)
            #expect(throws: SealFailure.badTag) { _ = try seal.open(with: stranger, info: [7]) }
        }
    }

    @Test func `secrets print nothing of themselves`() throws {
        let key = try SigningKey(from: entropy)
        #expect("\(key)" == "SigningKey")
        #expect(String(reflecting: key) == "SigningKey")
        var dumped = ""
        dump(try Passphrase(typed: "un secret à taire"), to: &dumped)
        #expect(!dumped.contains("secret"))
        #expect(!dumped.contains("115"))
    }

    @Test func `fingerprints are six words of the list`() throws {
        let key = try SigningKey(from: entropy).verifyingKey
        #expect(key.fingerprint.words.count == 6)
        #expect(key.fingerprint.matches(key.fingerprint.description.uppercased()))
        #expect(key.fingerprint == key.fingerprint)
        let other = try SigningKey(from: entropy).verifyingKey
        #expect(!other.fingerprint.matches(key.fingerprint.description))
    }
}
