import Causality

/// What colleagues relay of devices that were revoked: merged, listed, and undone in one action.
extension Replica {
    /// Lists from now on what comes of these replicas past these writes.
    ///
    /// Before the bundles that may bring it: a row is kept as it was before.
    package func watch(_ edges: [ReplicaID: UInt64]) throws {
        let watched = try read { try RelayedRows($0, context).watched() }
        guard edges.contains(where: { watched.edges[$0.key] != $0.value }) else { return }
        try transaction(.applying) { try RelayedRows($0, context).watch(edges) }
    }

    /// The rows that still show such writes of these replicas, those that came first at the head.
    package func relayed(of replicas: Set<ReplicaID>) throws -> [RelayedRow] {
        // Asked at every exchange, and mostly in vain: only a row that is kept is worth a transaction.
        guard try read({ try !RelayedRows($0, context).isEmpty }) else { return [] }
        return try write { try Self.reversals($0, replicas).compactMap(\.listed) }
    }

    /// Writes the rows as they were, as this replica's own writes: all of them, or none.
    ///
    /// - Returns: How many were written, and how many only a person can decide; these stay listed.
    package func reverseRelayed(
        of replicas: Set<ReplicaID>
    ) throws -> (reversed: Int, unclear: Int) {
        try write { transaction in
            var counts = (reversed: 0, unclear: 0)
            for reversal in try Self.reversals(transaction, replicas) {
                guard let row = reversal.listed else { continue }
                guard try reversal.run(transaction) else {
                    counts.unclear += 1
                    continue
                }
                counts.reversed += 1
                try RelayedRows(transaction.engineDatabase, context)
                    .forget(RowName(row.collection, row.id))
            }
            return counts
        }
    }

    /// Lists the rows no more: what came stays.
    package func keepRelayed(of replicas: Set<ReplicaID>) throws -> Int {
        try write { transaction in
            let rows = try Self.reversals(transaction, replicas).compactMap(\.listed)
            for row in rows {
                try RelayedRows(transaction.engineDatabase, context)
                    .forget(RowName(row.collection, row.id))
            }
            return rows.count
        }
    }

    private static func reversals(
        _ transaction: WriteTransaction,
        _ replicas: Set<ReplicaID>
    ) throws -> [Reversal] {
        let rows = RelayedRows(transaction.engineDatabase, transaction.context)
        let watch = try rows.watched().only(replicas)
        return try rows.all().map { try Reversal(transaction, $0, watch) }
    }
}
