import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Merges a file into another: from now on the kept one stands for both.
    ///
    /// Attendance and registrations stay where they are: they are counted through
    /// ``TenantRoots``. The values of the fields in `taking` come from the merged file.
    ///
    /// - Returns: The kept file.
    /// - Throws: ``TenancyError``: `refused` for a file merged already or with itself, `not-found`.
    @discardableResult
    package func merge(
        keep kept: RecordID,
        merge merged: RecordID,
        taking fields: Set<TenantField> = []
    ) throws -> Tenant {
        try replica.write { transaction in
            guard kept != merged else {
                throw TenancyError(.refused, "a file is not merged with itself: name two files")
            }
            for file in [kept, merged] {
                try TransferredFiles.require(file, isHereIn: transaction.database)
            }
            let keptFile = try standing(kept, transaction.database)
            let mergedFile = try standing(merged, transaction.database)
            try transaction.update("tenant", id: merged, ["merged_into": .blob(kept.bytes)])
            let replaced = try take(fields, from: mergedFile, into: keptFile, transaction)
            try transaction.insert(
                "tenant_merge",
                id: transaction.newID(),
                [
                    "kept": .blob(kept.bytes), "merged": .blob(merged.bytes),
                    "merged_at": .integer(Int64(clamping: transaction.milliseconds)),
                    "merged_by": .text(agent), "replaced": .text(try TenantMerge.text(replaced)),
                ]
            )
            try transaction.note(.merge, of: kept, by: agent)
            return try Tenant.standing(for: kept, transaction.database)
        }
    }

    /// Undoes the merge of a file: it stands for itself again, and the kept file gets back what the
    /// merge replaced, where nobody has changed it since.
    ///
    /// - Parameter merged: The file that was merged, or the merge itself.
    /// - Returns: The file that stands again.
    /// - Throws: ``TenancyError`` with `not-found` where no merge of that file stands.
    @discardableResult
    package func unmerge(_ merged: RecordID) throws -> Tenant {
        try replica.write { transaction in
            let merges = try openMerges(of: merged, transaction.database)
            guard let file = merges.first?.merged else {
                throw TenancyError(
                    .notFound,
                    "the file \(merged) is merged into no other: list the merges to see its state"
                )
            }
            try transaction.update("tenant", id: file, ["merged_into": .null])
            for merge in merges {
                try restore(merge, transaction)
                try transaction.update(
                    "tenant_merge",
                    id: merge.id,
                    [
                        "undone_at": .integer(Int64(clamping: transaction.milliseconds)),
                        "undone_by": .text(agent),
                    ]
                )
            }
            try transaction.note(.mergeUndone, of: file, by: agent)
            return try Tenant.standing(for: file, transaction.database)
        }
    }

    /// Every merge, oldest first, undone or not; of one file, kept or merged, where it is named.
    package func merges(of id: RecordID? = nil) throws -> [TenantMerge] {
        try replica.read { database in
            let condition = id == nil ? "" : "WHERE kept = ?1 OR merged = ?1"
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT \(TenantMerge.columns) FROM tenant_merge \(condition)
                    ORDER BY merged_at, id
                    """,
                arguments: id.map { [$0.data] } ?? []
            ).compactMap(TenantMerge.init)
        }
    }
}

extension LandlordStore {
    private func standing(_ id: RecordID, _ database: Database) throws -> Tenant {
        let root = try TenantRoots.root(of: id, database)
        guard let tenant = try Tenant.find(id, database) else {
            throw TenancyError(.notFound, "there is no tenant \(id)")
        }
        guard root == id else {
            throw TenancyError(
                .refused,
                "the file \(id) was merged into \(root) already: merge that one, or undo first"
            )
        }
        return tenant
    }

    private func take(
        _ fields: Set<TenantField>,
        from merged: Tenant,
        into kept: Tenant,
        _ transaction: WriteTransaction
    ) throws -> [TenantField: TenantMerge.Replacement] {
        var replaced: [TenantField: TenantMerge.Replacement] = [:]
        for field in fields where merged[field] != kept[field] {
            replaced[field] = TenantMerge.Replacement(was: kept[field], took: merged[field])
        }
        try transaction.update(
            "tenant",
            id: kept.id,
            Dictionary(uniqueKeysWithValues: replaced.map { ($0.rawValue, Value($1.took)) })
        )
        return replaced
    }

    /// The merges of a file that stand, or the one of that identity, the latest first.
    private func openMerges(of id: RecordID, _ database: Database) throws -> [TenantMerge] {
        let merges = try Row.fetchAll(
            database,
            sql: """
                SELECT \(TenantMerge.columns) FROM tenant_merge
                WHERE undone_at IS NULL AND merged =
                    coalesce((SELECT merged FROM tenant_merge WHERE id = ?1), ?1)
                ORDER BY merged_at DESC, id DESC
                """,
            arguments: [id.data]
        )
        return merges.compactMap(TenantMerge.init)
    }

    private func restore(_ merge: TenantMerge, _ transaction: WriteTransaction) throws {
        guard let kept = try Tenant.find(merge.kept, transaction.database) else { return }
        let mine = merge.replaced.filter { kept[$0] == $1.took }
        try transaction.update(
            "tenant",
            id: kept.id,
            Dictionary(uniqueKeysWithValues: mine.map { ($0.rawValue, Value($1.was)) })
        )
    }
}
