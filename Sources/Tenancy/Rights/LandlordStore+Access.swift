import Foundation
import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Columns that are kept for the machine: hashes and packed forms of what stands beside them.
    private static let machinery: Set<String> = ["erp_image", "pack"]
    /// What is named where a column holds an identity.
    private static let names = [
        "event": ("event", "name"), "partner": ("partner", "name"),
        "opportunity": ("opportunity", "title"), "worksite": ("worksite", "name"),
        "stop": ("event_stop", "host"),
    ]

    /// Everything that is held about one person, under all their files.
    package func accessRecord(of tenant: RecordID) throws -> AccessRecord {
        let day = try currentDay().isoText
        let (rows, files) = try replica.read { database in
            let files = try TenantRoots(database)
                .files(of: try Tenant.standing(for: tenant, database).id)
            return (try PersonRows(database).rows(of: Set(files)).keys.sorted(), files)
        }
        let known = AccessWords.sections.map(\.name)
        let others = Set(rows.map(\.collection)).subtracting(known).sorted()
        let titles = AccessWords.sections + others.map { ($0, $0.replacing("_", with: " ")) }
        let sections = try titles.compactMap { name, title -> AccessRecord.Section? in
            let entries = try rows.filter { $0.collection == name }.map { try entry($0, files) }
            guard !entries.isEmpty else { return nil }
            return AccessRecord.Section(name: name, title: title, entries: entries)
        }
        let named = Set(rows)
        let setAside = try replica.inbox().compactMap { line -> AccessRecord.Line? in
            guard let collection = line.collection, let id = line.id, let field = line.field,
                named.contains(RowName(collection, id))
            else { return nil }
            return AccessRecord.Line(
                field: AccessWords.field(field, of: collection),
                value: line.other.displayText
            )
        }
        return AccessRecord(
            landlord: replica.partition.code,
            day: day,
            sections: sections,
            setAside: setAside
        )
    }

    private func entry(_ name: RowName, _ files: [RecordID]) throws -> AccessRecord.Entry {
        let fields = replica.schema.collection(named: name.collection)?.fields ?? []
        let lines = try replica.read { database -> [AccessRecord.Line] in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT * FROM \(name.collection.quotedDatabaseIdentifier) WHERE id = ?",
                arguments: [name.id.data]
            )
            guard let row else { return [] }
            return try fields.filter { !Self.machinery.contains($0.name) }.compactMap { field in
                guard let text = try Self.text(field, row, files, database) else { return nil }
                return AccessRecord.Line(
                    field: AccessWords.field(field.name, of: name.collection),
                    value: text
                )
            }
        }
        let last = try replica.lastWrites(of: name.id, in: name.collection).values
            .max { $0.milliseconds < $1.milliseconds }
        let label = try last.flatMap { try replicaLabel($0.replica) }
        return AccessRecord.Entry(
            lines: lines,
            writtenBy: [label?.agent, label?.label].compactMap(\.self).filter { !$0.isEmpty }
                .joined(separator: ", "),
            writtenAt: last?.milliseconds ?? 0
        )
    }

    private static func text(
        _ field: Field,
        _ row: Row,
        _ files: [RecordID],
        _ database: Database
    ) throws -> String? {
        switch field.type {
        case .blob:
            guard let id = RecordID(row, field.name) else { return nil }
            if let (collection, column) = names[field.name] {
                return try String.fetchOne(
                    database,
                    sql:
                        "SELECT \(column) FROM \(collection.quotedDatabaseIdentifier) WHERE id = ?",
                    arguments: [id.data]
                )
            }
            // Of two files of one person the number tells which; another person's is not told.
            return files.firstIndex(of: id).map { "fiche \($0 + 1)" }
        case .integer:
            guard let number = row[field.name] as Int64? else { return nil }
            let isMoment = field.name.hasSuffix("_at") || field.name == "at"
            return isMoment ? FrenchTime.text(UInt64(clamping: number)) : "\(number)"
        case .text:
            return (row[field.name] as String?).flatMap { $0.isEmpty ? nil : $0 }
        }
    }
}
