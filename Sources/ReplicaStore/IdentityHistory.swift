import Causality
import Foundation
import GRDB

/// Reads the former ids of a store.
struct IdentityHistory {
    private let database: Database

    init(_ database: Database) { self.database = database }

    func all() throws -> [IdentityFormer] {
        try Row.fetchAll(database, kept: "SELECT * FROM passerelle_identity ORDER BY number").map {
            guard let replica = ReplicaID(bytes: $0["replica"] as Data),
                let reason = IdentityReason(rawValue: $0["reason"])
            else {
                throw ReplicaError(.damaged, "a former replica id is unreadable: restore a backup")
            }
            return IdentityFormer(
                replica: replica,
                reason: reason,
                milliseconds: UInt64(clamping: $0["retired_at"] as Int64),
                doubtfulCounters: $0["doubts"],
                floor: UInt64(clamping: $0["floor_counter"] as Int64),
                ceiling: UInt64(clamping: $0["ceiling_counter"] as Int64),
                wasTold: $0["was_told"]
            )
        }
    }
}
