import GRDB
import Records
import ReplicaStore

/// An opportunity as the store holds it.
package struct Opportunity: Hashable, Sendable {
    package let id: RecordID
    package let title: String
    package let kind: OpportunityKind?
    package let romeCode: String?
    package let employer: String?
    package let communeCode: String?
    package let contract: String?
    package let positions: Int?
    package let event: RecordID?
    package let worksite: RecordID?

    init?(_ row: Row) {
        guard let id = RecordID(row, "id") else { return nil }
        self.id = id
        title = row["title"] ?? ""
        kind = (row["kind"] as String?).flatMap(OpportunityKind.init(rawValue:))
        romeCode = row["rome_code"]
        employer = row["employer"]
        communeCode = row["commune_code"]
        contract = row["contract"]
        positions = (row["positions"] as Int64?).map { Int(clamping: $0) }
        event = RecordID(row, "event")
        worksite = RecordID(row, "worksite")
    }
}
