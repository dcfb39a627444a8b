import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// The open contradictions between agents and the ERP.
    package func erpConflicts() throws -> [ErpConflict] {
        try replica.read { database in
            try ErpConflict.fetch(
                database,
                where: "erp_conflict.status = ?",
                [ErpConflict.Status.open.rawValue]
            )
        }
    }

    /// Decides a contradiction: the ERP's value is taken, or the agent's kept.
    ///
    /// - Throws: ``TenancyError`` with `not-found` where none is open on that field.
    package func resolveErpConflict(
        _ tenant: RecordID,
        _ field: TenantField,
        takeErp: Bool
    ) throws {
        try replica.write { transaction in
            let id = ErpConflict.id(tenant, field)
            let conflict = try ErpConflict.fetch(
                transaction.database,
                where: "erp_conflict.id = ?",
                [id.data]
            ).first
            guard let conflict, conflict.status == .open else {
                throw TenancyError(
                    .notFound,
                    "the field ‘\(field.rawValue)’ of tenant \(tenant) has no open conflict with "
                        + "the ERP: list them again"
                )
            }
            if takeErp {
                try transaction.update(
                    "tenant",
                    id: tenant,
                    [field.rawValue: Value(conflict.erpValue)]
                )
            }
            let status = takeErp ? ErpConflict.Status.erpTaken : .agentKept
            try transaction.update(
                "erp_conflict",
                id: id,
                ["status": .text(status.rawValue), "decided_by": .text(agent)]
            )
        }
    }
}
