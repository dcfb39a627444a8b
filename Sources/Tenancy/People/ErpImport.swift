import GRDB
import Records
import ReplicaStore

/// One import under way: it takes the rows of an extract one by one, inside a transaction.
struct ErpImport {
    private(set) var report: ImportReport
    /// Whether anything was written.
    private(set) var hasWritten = false

    private let transaction: WriteTransaction
    private let partition: PartitionID
    private let matcher: ErpMatcher
    private let inserter: RowInserter
    /// What the ERP still says of people who went to another landlord is not taken.
    private let transferred: TransferredFiles
    private var keys: Set<String> = []
    /// The tenants that had their row.
    private var served: Set<RecordID> = []
    /// The fields on which the ERP and an agent contradict each other.
    private var open: [RecordID: Set<TenantField>] = [:]

    init(
        _ transaction: WriteTransaction,
        _ partition: PartitionID,
        _ report: ImportReport,
        references: Set<String>
    ) throws {
        self.transaction = transaction
        self.partition = partition
        self.report = report
        matcher = try ErpMatcher(transaction.database, references: references)
        inserter = try transaction.inserter(
            "tenant",
            TenantField.allCases.map(\.rawValue) + ["erp_image"]
        )
        transferred = try TransferredFiles(transaction.database)
        let conflicts = try ErpConflict.fetch(
            transaction.database,
            where: "erp_conflict.status = ?",
            [ErpConflict.Status.open.rawValue]
        )
        for conflict in conflicts { open[conflict.tenant, default: []].insert(conflict.field) }
        self.report.openConflicts = conflicts.count
    }

    mutating func take(_ row: ImportedRow) throws {
        report.rows += 1
        switch row {
        case .rejected(let line, let reasons):
            report.rejected.append(ImportReport.Rejection(line: line, reasons: reasons))
        case .tenant(let row, let warnings):
            guard keys.insert(row.fileKey).inserted, try keep(row) else {
                return report.duplicatesInFile.append(row.line)
            }
            for kind in Set(warnings.map(\.kind)) {
                report.warnings[kind, default: []].append(row.line)
            }
            let unknown = PlaceCheck.unknownFields(
                communeCode: row.communeCode,
                qpvCode: row.qpvCode
            )
            if !unknown.isEmpty { report.toVerify.append(row.line) }
        }
    }

    /// Whether the row is the first of its tenant.
    private mutating func keep(_ row: TenantRow) throws -> Bool {
        switch try matcher.match(row) {
        case .repeated:
            return false
        case .unknown:
            let id = try identity(of: row)
            guard try !RowName("tenant", id).isErased(in: transaction.database) else {
                report.erased.append(row.line)
                return true
            }
            try create(row, id)
            served.insert(id)
            report.created += 1
        case .known(let tenant):
            guard served.insert(tenant.id).inserted else { return false }
            if transferred.contains(tenant.id) {
                report.unchanged += 1
            } else {
                try update(tenant, row)
            }
        }
        return true
    }

    private mutating func create(_ row: TenantRow, _ id: RecordID) throws {
        var image = ErpImage()
        let values = TenantField.allCases.map { field -> Value in
            guard let value = row[field] else { return .null }
            image.note(value, for: field)
            return .text(value)
        }
        try inserter.insert(id, values + [.blob(image.bytes)])
        hasWritten = true
    }

    // Two laptops that import one extract apart make the same files, which then merge by themselves.
    private func identity(of row: TenantRow) throws -> RecordID {
        guard let erpRef = row.erpRef else { return transaction.newID() }
        let id = RecordID.natural("tenant", partition.id.bytes, Array(erpRef.utf8))
        return try matcher.isTaken(id) ? transaction.newID() : id
    }

    private mutating func update(_ tenant: Tenant, _ row: TenantRow) throws {
        let comparison = ErpComparison(tenant, row)
        var values = Dictionary(
            uniqueKeysWithValues: comparison.changes.map { ($0.rawValue, Value.text($1)) }
        )
        if comparison.image != tenant.erpImage {
            values["erp_image"] = .blob(comparison.image.bytes)
        }
        if !values.isEmpty {
            try transaction.update("tenant", id: tenant.id, values)
            hasWritten = true
        }
        for (field, value) in comparison.conflicts { try note(tenant.id, field, value, .open) }
        for field in comparison.agreements where open[tenant.id]?.contains(field) == true {
            try note(tenant.id, field, row[field], .moot)
        }
        count(tenant.id, comparison)
    }

    private mutating func count(_ id: RecordID, _ comparison: ErpComparison) {
        if open[id]?.isEmpty == false {
            report.conflicts += 1
        } else if comparison.changes.isEmpty {
            report.unchanged += 1
        } else {
            report.updated += 1
        }
    }

    private mutating func note(
        _ tenant: RecordID,
        _ field: TenantField,
        _ value: String?,
        _ status: ErpConflict.Status
    ) throws {
        try transaction.putRow(
            "erp_conflict",
            ErpConflict.id(tenant, field),
            [
                "tenant": .blob(tenant.bytes), "field": .text(field.rawValue),
                "erp_value": Value(value), "status": .text(status.rawValue), "decided_by": .null,
            ]
        )
        hasWritten = true
        if status == .open {
            let isNew = open[tenant, default: []].insert(field).inserted
            report.newConflicts += isNew ? 1 : 0
            report.openConflicts += isNew ? 1 : 0
        } else if open[tenant]?.remove(field) != nil {
            report.openConflicts -= 1
        }
    }
}
