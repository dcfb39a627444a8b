import Membership
import ReplicaStore
import Sealing
import Seams

extension DeviceCustody {
    /// The region's policy as it last came here; nil where none did.
    package func policy() throws -> SignedPolicy? { try ledger.policy() }

    /// Takes the region's policy as the hub signed it; whether it is another than before.
    ///
    /// An earlier one changes nothing: the greatest number counts.
    ///
    /// - Throws: `CustodyError` where the hub that is known here did not sign it, or another one bears
    ///   its number.
    package func take(policy bytes: [UInt8]) throws -> Bool {
        guard let hub = try log().roster.hub else { return false }
        let policy = try CustodyError.naming { try SignedPolicy(bytes) }
        guard policy.isSigned(by: hub) else {
            throw CustodyError(
                .region,
                "the region's policy is not signed by the hub that this device knows: tell the "
                    + "administrator [policy-signature]"
            )
        }
        if let known = try ledger.policy() {
            guard policy.number >= known.number else { return false }
            if policy.number == known.number {
                guard policy.digest == known.digest else { throw Self.otherPolicy }
                return false
            }
        }
        try ledger.save(policy, at: now)
        return true
    }

    private static let otherPolicy = CustodyError(
        .region,
        "two policies of the region bear one number: the one that came first holds here; tell the "
            + "hub's operator, who sets it again [policy-forked]"
    )

    /// Whether the landlord lets its persons be counted once across landlords; no unless it said yes.
    package func allowsTokens() throws -> Bool { try ledger.allowsTokens() }

    package func allowTokens(_ isAllowed: Bool) throws {
        try requireAdministrator()
        try ledger.allowTokens(isAllowed, at: now)
    }
}
