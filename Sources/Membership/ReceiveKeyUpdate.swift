import BundleFormat
import Records
import Sealing

/// New receive keys of a device, signed by it and then entered into the log by the administrator.
package struct ReceiveKeyUpdate: Hashable, Sendable {
    static let magic: [UInt8] = Array("PASSERELLE-KEYS".utf8)

    package let landlord: RecordID
    package let device: DeviceID
    /// Greater than that of the last update, so that an old one cannot come back.
    package let revision: UInt64
    package let receiveKeys: ReceiveKeyList
    let signer: VerifyingKey
    /// The whole file.
    package let bytes: [UInt8]

    package init(
        of keyring: Keyring,
        landlord: RecordID,
        revision: UInt64,
        receiveKeys: [Month: ReceivePublicKey]
    ) throws(MembershipFailure) {
        self.landlord = landlord
        device = keyring.device
        self.revision = revision
        self.receiveKeys = try ReceiveKeyList(receiveKeys)
        signer = keyring.identity.verifyingKey
        var writer = SignedFile.head(Self.magic)
        writer.raw(landlord.bytes)
        writer.raw(device.bytes)
        writer.raw(signer.bytes)
        writer.varint(revision)
        self.receiveKeys.write(to: &writer)
        bytes = try SignedFile.signed(writer, by: keyring.identity, as: .receiveKeys)
    }

    package init(_ bytes: [UInt8]) throws(MembershipFailure) {
        var reader = try SignedFile.body(
            bytes,
            magic: Self.magic,
            limit: MembershipLimits.request
        )
        (landlord, device) = try MembershipFailure.naming { () throws(FormatFailure) in
            (try reader.recordID(), try reader.device())
        }
        signer = try SignedFile.key(from: &reader)
        revision = try MembershipFailure.naming { () throws(FormatFailure) in
            try reader.sequence("a revision", from: 1)
        }
        receiveKeys = try ReceiveKeyList(from: &reader)
        try SignedFile.check(bytes, readBy: reader, signedBy: signer, as: .receiveKeys)
        self.bytes = bytes
    }
}
