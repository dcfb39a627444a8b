import BundleFormat
import Sealing
import Seams

/// The first file of an enrolment: a device says who it is and proves that it holds its identity.
package struct DeviceRequest: Hashable, Sendable {
    static let magic: [UInt8] = Array("PASSERELLE-REQUEST".utf8)
    static let nonceLength = 16

    package let device: DeviceID
    package let identity: VerifyingKey
    package let receiveKeys: ReceiveKeyList
    /// The whole file.
    package let bytes: [UInt8]

    /// Makes the request of a keyring's device, with the keys that it prepared.
    package init(
        of keyring: Keyring,
        receiveKeys: [Month: ReceivePublicKey],
        entropy: some Entropy
    ) throws(MembershipFailure) {
        device = keyring.device
        identity = keyring.identity.verifyingKey
        self.receiveKeys = try ReceiveKeyList(receiveKeys)
        var writer = SignedFile.head(Self.magic)
        writer.raw(device.bytes)
        writer.raw(identity.bytes)
        self.receiveKeys.write(to: &writer)
        writer.raw(entropy.bytes(Self.nonceLength))
        bytes = try SignedFile.signed(writer, by: keyring.identity, as: .request)
    }

    package init(_ bytes: [UInt8]) throws(MembershipFailure) {
        var reader = try SignedFile.body(
            bytes,
            magic: Self.magic,
            limit: MembershipLimits.request
        )
        device = try MembershipFailure.naming { () throws(FormatFailure) in try reader.device() }
        identity = try SignedFile.key(from: &reader)
        receiveKeys = try ReceiveKeyList(from: &reader)
        _ = try MembershipFailure.naming { () throws(FormatFailure) in
            try reader.raw(Self.nonceLength)
        }
        try SignedFile.check(bytes, readBy: reader, signedBy: identity, as: .request)
        self.bytes = bytes
    }

    /// What an invitation answers.
    package var digest: Digest256 { Digest256(of: bytes, as: .request) }

    /// Six words to compare by voice before the device is added.
    package var fingerprint: SpokenCode { SpokenCode(of: bytes, as: .fingerprint) }
}
