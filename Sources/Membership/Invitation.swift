import BundleFormat
import Records
import Sealing
import Seams

/// The second file of an enrolment: the membership log, sealed to the device that asked.
package struct Invitation: Hashable, Sendable {
    static let magic: [UInt8] = Array("PASSERELLE-INVITATION".utf8)

    /// A name to remember, so that an invitation serves once.
    package let id: RecordID
    /// The digest of the request that it answers.
    package let request: Digest256
    package let landlord: RecordID
    /// The last moment of its use, in milliseconds since 1970.
    package let expires: UInt64
    let signer: VerifyingKey
    let recipient: ReceivePublicKey
    let seal: KeySeal
    private let headLength: Int
    /// The whole file.
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) throws(MembershipFailure) {
        var reader = try SignedFile.body(
            bytes,
            magic: Self.magic,
            limit: MembershipLimits.invitation
        )
        (id, request, landlord, expires) = try MembershipFailure.naming {
            () throws(FormatFailure) in
            (
                try reader.recordID(), try reader.digest(), try reader.recordID(),
                try reader.sequence("an end", from: 0)
            )
        }
        signer = try SignedFile.key(from: &reader)
        recipient = try Self.point(&reader)
        headLength = reader.offset
        let encapsulated = try Self.point(&reader)
        let sealed = try MembershipFailure.naming { () throws(FormatFailure) in
            let count = try reader.count("the sealed log", limit: MembershipLimits.invitation)
            return Array(try reader.raw(count))
        }
        seal = KeySeal(encapsulated: encapsulated, ciphertext: sealed)
        try SignedFile.check(bytes, readBy: reader, signedBy: signer, as: .invitation)
        self.bytes = bytes
    }

    /// Six words of both files, to compare by voice: another request or invitation has others.
    package var code: SpokenCode {
        SpokenCode(
            of: request.bytes + Digest256(of: bytes, as: .invitation).bytes,
            as: .enrolmentCode
        )
    }

    /// What the seal is bound to: all that stands before it.
    var info: [UInt8] { Domain.invitationKey.bytes + bytes[..<headLength] }

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
