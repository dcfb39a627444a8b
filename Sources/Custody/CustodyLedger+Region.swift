import Foundation
import GRDB
import Membership
import Sealing

/// What this device keeps of the region: its policy, whom people compared, what the landlord allows.
extension CustodyLedger {
    static let regionTables = """
        -- The region's policy as the hub signed it: the last one that came.
        CREATE TABLE region_policy (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            signed BLOB NOT NULL
        ) STRICT;
        -- The administrators of other landlords, once people compared six words.
        CREATE TABLE compared (
            landlord TEXT NOT NULL PRIMARY KEY,
            identity BLOB NOT NULL CHECK (length(identity) = 32)
        ) STRICT, WITHOUT ROWID;
        -- Whether this landlord's persons may be counted once across landlords: off without a row.
        CREATE TABLE token_consent (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1)
        ) STRICT;
        """

    func policy() throws -> SignedPolicy? {
        try read { database in
            let signed = try Data.fetchOne(database, sql: "SELECT signed FROM region_policy")
            return try CustodyError.naming { try signed.map { try SignedPolicy(Array($0)) } }
        }
    }

    func save(_ policy: SignedPolicy, at now: UInt64) throws {
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO region_policy (id, signed) VALUES (1, ?)",
                arguments: [Data(policy.bytes)]
            )
            try Self.audit(.policy, "\(policy.number)", at: now, database)
        }
    }

    func compared(_ landlord: String) throws -> VerifyingKey? {
        try read { database in
            let identity = try Data.fetchOne(
                database,
                sql: "SELECT identity FROM compared WHERE landlord = ?",
                arguments: [landlord]
            )
            return try CustodyError.naming { try identity.map { try VerifyingKey(bytes: $0) } }
        }
    }

    func noteCompared(_ landlord: String, _ identity: VerifyingKey, at now: UInt64) throws {
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO compared (landlord, identity) VALUES (?, ?)",
                arguments: [landlord, Data(identity.bytes)]
            )
            try Self.audit(.compare, landlord, at: now, database)
        }
    }

    func allowsTokens() throws -> Bool {
        try read { database in
            try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM token_consent)") ?? false
        }
    }

    func allowTokens(_ isAllowed: Bool, at now: UInt64) throws {
        try write { database in
            try database.execute(
                sql: isAllowed
                    ? "INSERT OR IGNORE INTO token_consent (id) VALUES (1)"
                    : "DELETE FROM token_consent"
            )
            try Self.audit(.tokens, isAllowed ? "on" : "off", at: now, database)
        }
    }
}
