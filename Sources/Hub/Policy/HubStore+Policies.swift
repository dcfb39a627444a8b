import Foundation
import GRDB
import Membership
import Sealing
import Statistics

extension HubStore {
    static let policyTables = """
        -- What the region decided, in its order and as the hub signed it; the last one counts.
        CREATE TABLE policy (
            number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
            signed BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER policy_stays BEFORE UPDATE ON policy
        BEGIN SELECT RAISE(ABORT, 'a policy stays'); END;
        CREATE TRIGGER policy_remains BEFORE DELETE ON policy
        BEGIN SELECT RAISE(ABORT, 'a policy stays'); END;
        """

    /// Signs a policy and keeps it after those before it; the one that holds already stays alone.
    ///
    /// Tokens that the policy no longer has a use for are deleted with it.
    package func set(
        _ policy: ReleasePolicy,
        on day: UTCDay,
        signedBy key: SigningKey
    ) throws -> (signed: SignedPolicy, isNew: Bool) {
        defer { noteChange() }
        let set = try queue.write { database in
            let last = try Self.policies(in: database).last
            let bytes = policy.canonicalBytes
            if let last, last.policy == bytes { return (last, false) }
            let signed = try SignedPolicy(
                bytes,
                after: last,
                on: UInt64(clamping: day.number),
                signedBy: key
            )
            try database.execute(
                sql: "INSERT INTO policy (number, signed) VALUES (?, ?)",
                arguments: [Int64(clamping: signed.number), Data(signed.bytes)]
            )
            try Self.deleteTokens(notUnder: policy, in: database)
            return (signed, true)
        }
        try forgetDeleted()
        return set
    }

    /// Every policy that was set, the oldest first.
    package func policies() throws -> [SignedPolicy] {
        try queue.read { try Self.policies(in: $0) }
    }

    /// The days on which policies were set, the first one's first.
    package func policyDays() throws -> [UTCDay] {
        try policies().compactMap { UTCDay(number: Int(clamping: $0.day)) }
    }

    /// The policy that holds; the usual one where the region has decided nothing.
    package func policy() throws -> ReleasePolicy {
        try queue.read { try Self.policy(in: $0) }
    }

    static func policy(in database: Database) throws -> ReleasePolicy {
        try policies(in: database).last.map { try ReleasePolicy(bytes: $0.policy) }
            ?? ReleasePolicy()
    }

    private static func policies(in database: Database) throws -> [SignedPolicy] {
        try Row.fetchAll(database, sql: "SELECT * FROM policy ORDER BY number").map { row in
            let (number, bytes): (Int, Data) = (row["number"], row["signed"])
            do {
                return try SignedPolicy(Array(bytes))
            } catch {
                throw HubFailure.unreadableRow(table: "policy", key: "\(number)")
            }
        }
    }

    /// What is wrong with the history: a policy that does not follow, or that this hub did not sign.
    static func faultsOfPolicies(_ database: Database, _ keys: [VerifyingKey]) throws -> [String] {
        var last: SignedPolicy?
        return try policies(in: database).compactMap { policy in
            defer { last = policy }
            guard keys.contains(where: policy.isSigned) else {
                return "policy \(policy.number) is not signed by this hub"
            }
            let follows =
                policy.number == (last?.number ?? 0) + 1
                && policy.previous == (last?.digest ?? .none)
            return follows ? nil : "policy \(policy.number) does not follow the one before it"
        }
    }
}
