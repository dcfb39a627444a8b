import BundleFormat
import Sealing

/// The public halves of a recovery kit.
package struct RecoveryKeys: Hashable, Sendable {
    /// Checks the entry that makes a new administrator.
    package let signing: VerifyingKey
    /// One more recipient of every bundle.
    package let receive: ReceivePublicKey

    package init(of kit: RecoveryKit) throws(SealFailure) {
        signing = try kit.signingKey().verifyingKey
        receive = try kit.receiveKey().publicKey
    }

    func write(to writer: inout ByteWriter) {
        writer.raw(signing.bytes)
        writer.raw(receive.bytes)
    }

    init(from reader: inout ByteReader) throws(MembershipFailure) {
        signing = try SignedFile.key(from: &reader)
        let bytes = try MembershipFailure.naming { () throws(FormatFailure) in
            try reader.raw(ReceivePublicKey.length)
        }
        receive = try MembershipFailure.sealing { () throws(SealFailure) in
            try ReceivePublicKey(bytes: bytes)
        }
    }
}
