import BundleFormat
import Sealing

/// The region's policy as the hub signed it: the text that counts, its number, and what came before it.
package struct SignedPolicy: Hashable, Sendable {
    static let magic: [UInt8] = Array("PASSERELLE-POLICY".utf8)

    /// From 1; the greatest counts.
    package let number: UInt64
    /// The digest of the one before; of the first one, zeros.
    package let previous: Digest256
    /// The UTC day on which it was set.
    package let day: UInt64
    /// What it says, which this floor does not read.
    package let policy: [UInt8]
    /// The whole file.
    package let bytes: [UInt8]

    package init(
        _ policy: [UInt8],
        after last: SignedPolicy?,
        on day: UInt64,
        signedBy key: SigningKey
    ) throws(MembershipFailure) {
        try self.init(
            policy,
            number: (last?.number ?? 0) + 1,
            previous: last?.digest ?? .none,
            on: day,
            signedBy: key
        )
    }

    private init(
        _ policy: [UInt8],
        number: UInt64,
        previous: Digest256,
        on day: UInt64,
        signedBy key: SigningKey
    ) throws(MembershipFailure) {
        (self.number, self.previous, self.day, self.policy) = (number, previous, day, policy)
        var writer = SignedFile.head(Self.magic)
        writer.varint(number)
        writer.raw(previous.bytes)
        writer.varint(day)
        writer.lengthPrefixed(policy)
        bytes = try SignedFile.signed(writer, by: key, as: .hubPolicy)
    }

    /// Reads the form; whose signature it bears is asked of ``isSigned(by:)``.
    package init(_ bytes: [UInt8]) throws(MembershipFailure) {
        var reader = try SignedFile.body(
            bytes,
            magic: Self.magic,
            limit: MembershipLimits.policy + 256
        )
        (number, previous, day, policy) = try MembershipFailure.naming {
            () throws(FormatFailure) in
            (
                try reader.sequence("a number", from: 1), try reader.digest(),
                try reader.varint(),
                Array(
                    try reader.raw(try reader.count("a policy", limit: MembershipLimits.policy))
                )
            )
        }
        guard reader.isAtEnd else { throw .bytes(.trailingData) }
        self.bytes = bytes
    }

    /// What tells this policy from another, whoever signed it.
    package var digest: Digest256 { Digest256(of: signed, as: .hubPolicy) }

    package func isSigned(by key: VerifyingKey) -> Bool {
        key.accepts(bytes.suffix(VerifyingKey.signatureLength), of: signed, as: .hubPolicy)
    }

    /// The same under another key of the hub.
    package func signedAnew(by key: SigningKey) throws(MembershipFailure) -> SignedPolicy {
        if isSigned(by: key.verifyingKey) { return self }
        return try SignedPolicy(
            policy,
            number: number,
            previous: previous,
            on: day,
            signedBy: key
        )
    }

    private var signed: ArraySlice<UInt8> { bytes.dropLast(VerifyingKey.signatureLength) }
}
