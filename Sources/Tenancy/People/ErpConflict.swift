import GRDB
import Records
import ReplicaStore

/// A field that the ERP changed after an agent had edited it.
package struct ErpConflict: Hashable, Sendable {
    /// What became of it.
    package enum Status: String, CaseIterable, Codable, Hashable, Sendable {
        case open = "ouvert"
        case erpTaken = "erp_repris"
        case agentKept = "agent_garde"
        /// Both came to say the same.
        case moot = "sans_objet"

        /// The French label.
        package var libelle: String {
            switch self {
            case .open: "ouvert"
            case .erpTaken: "valeur de l’ERP reprise"
            case .agentKept: "valeur de l’agent gardée"
            case .moot: "sans objet"
            }
        }
    }

    package let tenant: RecordID
    package let field: TenantField
    /// What the store holds.
    package let storeValue: String?
    /// What the last extract says.
    package let erpValue: String?
    package let status: Status

    init?(_ row: Row) {
        guard let tenant = RecordID(row, "tenant"),
            let field = TenantField(rawValue: row["field"] ?? ""),
            let status = Status(rawValue: row["status"] ?? "")
        else { return nil }
        self.tenant = tenant
        self.field = field
        self.status = status
        storeValue = row[field.rawValue]
        erpValue = row["erp_value"]
    }

    /// The identity of the row, the same on every laptop.
    package static func id(_ tenant: RecordID, _ field: TenantField) -> RecordID {
        .natural("erp_conflict", tenant.bytes, Array(field.rawValue.utf8))
    }

    static func fetch(
        _ database: Database,
        where condition: String,
        _ arguments: StatementArguments
    ) throws -> [ErpConflict] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT erp_conflict.tenant, erp_conflict.field, erp_conflict.status,
                    erp_conflict.erp_value, tenant.*
                FROM erp_conflict JOIN tenant ON tenant.id = erp_conflict.tenant
                WHERE \(condition) ORDER BY erp_conflict.tenant, erp_conflict.field
                """,
            arguments: arguments
        ).compactMap(ErpConflict.init)
    }
}
