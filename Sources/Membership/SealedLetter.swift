import BundleFormat
import Sealing
import Seams

/// What one landlord's administrator seals to another's, whoever carries it.
///
/// It is signed by the sender's device and sealed to one receive key; the carrier reads what it is for,
/// and nothing of what it says.
package struct SealedLetter: Hashable, Sendable {
    static let magic: [UInt8] = Array("PASSERELLE-LETTER".utf8)

    /// What a letter brings; none can stand in the place of another.
    package enum Purpose: String, Sendable {
        case periodKey = "period-key"
        case transfer
    }

    package let purpose: Purpose
    /// What it is about, in clear: a period's name or a random number, never a person.
    package let subject: String
    package let signer: VerifyingKey
    package let recipient: ReceivePublicKey
    private let seal: KeySeal
    private let headLength: Int
    /// The whole file.
    package let bytes: [UInt8]

    package init(
        _ content: [UInt8],
        for purpose: Purpose,
        about subject: String,
        to recipient: ReceivePublicKey,
        signedBy key: SigningKey,
        entropy: some Entropy
    ) throws(MembershipFailure) {
        var writer = SignedFile.head(Self.magic)
        writer.text(purpose.rawValue)
        writer.text(subject)
        writer.raw(key.verifyingKey.bytes)
        writer.raw(recipient.bytes)
        let info = Domain.letterKey.bytes + writer.bytes
        let seal = try MembershipFailure.sealing { () throws(SealFailure) in
            try KeySeal(content, to: recipient, info: info, entropy: entropy)
        }
        writer.raw(seal.encapsulated.bytes)
        writer.lengthPrefixed(seal.ciphertext)
        try self.init(try SignedFile.signed(writer, by: key, as: .letter))
    }

    /// Reads a letter and checks that the key that it names signed it.
    package init(_ bytes: [UInt8]) throws(MembershipFailure) {
        var reader = try SignedFile.body(bytes, magic: Self.magic, limit: MembershipLimits.letter)
        let (code, subject) = try MembershipFailure.naming { () throws(FormatFailure) in
            (
                try reader.text(limit: MembershipLimits.subject),
                try reader.text(limit: MembershipLimits.subject)
            )
        }
        guard let purpose = Purpose(rawValue: code) else {
            throw .bytes(.notCanonical("a purpose"))
        }
        signer = try SignedFile.key(from: &reader)
        recipient = try Self.point(&reader)
        headLength = reader.offset
        let encapsulated = try Self.point(&reader)
        let sealed = try MembershipFailure.naming { () throws(FormatFailure) in
            Array(try reader.raw(try reader.count("a letter", limit: MembershipLimits.letter)))
        }
        try SignedFile.check(bytes, readBy: reader, signedBy: signer, as: .letter)
        (self.purpose, self.subject, self.bytes) = (purpose, subject, bytes)
        seal = KeySeal(encapsulated: encapsulated, ciphertext: sealed)
    }

    /// What it says, for whoever has the key that it is sealed to.
    package func open(with keys: [ReceiveKey]) throws(MembershipFailure) -> [UInt8] {
        guard let key = keys.first(where: { $0.publicKey == recipient }) else {
            throw .bytes(.noStanzaForMe)
        }
        let info = Domain.letterKey.bytes + bytes[..<headLength]
        return try MembershipFailure.sealing { () throws(SealFailure) in
            try seal.open(with: key, info: info)
        }
    }

    private static func point(
        _ reader: inout ByteReader
    ) throws(MembershipFailure) -> ReceivePublicKey {
        let bytes = try MembershipFailure.naming { () throws(FormatFailure) in
            try reader.raw(ReceivePublicKey.length)
        }
        return try MembershipFailure.sealing { () throws(SealFailure) in
            try ReceivePublicKey(bytes: bytes)
        }
    }
}
