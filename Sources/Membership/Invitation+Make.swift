import BundleFormat
import Records
import Sealing
import Seams

extension Invitation {
    /// Invites the device of a request, which the log has as a member already.
    package init(
        answering request: DeviceRequest,
        into partition: PartitionID,
        log: MembershipLog,
        expires: UInt64,
        signedBy key: SigningKey,
        entropy: some Entropy
    ) throws(MembershipFailure) {
        guard partition.id == log.roster.landlord else { throw .otherLandlord }
        guard let member = log.roster.members[request.device], member.isActive,
            member.identity == request.identity
        else { throw .unknownDevice }
        guard log.roster.members[log.roster.administrator]?.identity == key.verifyingKey else {
            throw .notAdministrator
        }
        guard let id = RecordID(bytes: entropy.bytes(16)),
            let recipient = request.receiveKeys.keys.min(by: { $0.key < $1.key })?.value
        else { throw .bytes(.length) }
        var writer = SignedFile.head(Self.magic)
        writer.raw(id.bytes)
        writer.raw(request.digest.bytes)
        writer.raw(partition.id.bytes)
        writer.varint(expires)
        writer.raw(key.verifyingKey.bytes)
        writer.raw(recipient.bytes)
        let seal = try Self.seal(log, partition, to: recipient, bound: writer.bytes, entropy)
        writer.raw(seal.encapsulated.bytes)
        writer.lengthPrefixed(seal.ciphertext)
        try self.init(try SignedFile.signed(writer, by: key, as: .invitation))
    }

    private static func seal(
        _ log: MembershipLog,
        _ partition: PartitionID,
        to recipient: ReceivePublicKey,
        bound: [UInt8],
        _ entropy: some Entropy
    ) throws(MembershipFailure) -> KeySeal {
        var content = ByteWriter()
        content.text(partition.code)
        content.raw(log.bytes)
        let message = content.bytes
        return try MembershipFailure.sealing { () throws(SealFailure) in
            let info = Domain.invitationKey.bytes + bound
            return try KeySeal(message, to: recipient, info: info, entropy: entropy)
        }
    }
}
