import BundleFormat
import Records
import Sealing

/// One entry of a landlord's membership log, signed, and chained to the one before it.
package struct MembershipEntry: Hashable, Sendable {
    static let version: UInt8 = 1

    package let landlord: RecordID
    /// The place of the entry: genesis is 1.
    package let sequence: UInt64
    /// The hash of the entry before it.
    package let previous: Digest256
    package let signer: VerifyingKey
    package let change: MembershipChange
    /// The whole entry.
    package let bytes: [UInt8]
    package let hash: Digest256

    package init(
        landlord: RecordID,
        after head: SealedBundle.LogHead,
        _ change: MembershipChange,
        signedBy key: SigningKey
    ) throws(MembershipFailure) {
        self.landlord = landlord
        sequence = head.sequence + 1
        previous = head.hash
        signer = key.verifyingKey
        self.change = change
        var writer = ByteWriter()
        writer.byte(Self.version)
        writer.raw(landlord.bytes)
        writer.varint(sequence)
        writer.raw(previous.bytes)
        writer.raw(signer.bytes)
        change.write(to: &writer)
        bytes = try SignedFile.signed(writer, by: key, as: .membershipEntry)
        hash = Digest256(of: bytes, as: .membershipChain)
    }

    /// Reads an entry and checks its signature; whether its signer may make the change is known to a
    /// ``Roster`` only.
    package init(_ bytes: [UInt8]) throws(MembershipFailure) {
        var reader = try SignedFile.body(bytes, magic: [], limit: MembershipLimits.entry)
        (landlord, sequence, previous) = try MembershipFailure.naming {
            () throws(FormatFailure) in
            (
                try reader.recordID(), try reader.sequence("an entry's number", from: 1),
                try reader.digest()
            )
        }
        signer = try SignedFile.key(from: &reader)
        change = try MembershipChange(from: &reader)
        try SignedFile.check(bytes, readBy: reader, signedBy: signer, as: .membershipEntry)
        self.bytes = bytes
        hash = Digest256(of: bytes, as: .membershipChain)
    }

    /// The position in the log of somebody who has the entry.
    package var head: SealedBundle.LogHead {
        SealedBundle.LogHead(sequence: sequence, hash: hash)
    }
}
