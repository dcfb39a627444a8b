import GRDB
import Records
import ReplicaStore

/// A worksite as the store holds it.
package struct Worksite: Hashable, Sendable {
    package let id: RecordID
    package let name: String
    package let framework: WorksiteFramework
    package let programme: String?
    package let owner: String?
    package let communeCode: String?
    package let start: CalendarDay?
    package let totalHours: Int
    package let clausePermille: Int
    package let doneHours: Int
    package let romeCodes: [String]
    /// How many hours one volunteer is expected to do; nil where nobody said.
    package let forecastHours: Int?

    /// The hours of the social clause, the last part of an hour counted whole.
    package var clauseHours: Int { (totalHours * clausePermille + 999) / 1_000 }

    init?(_ row: Row) {
        guard let id = RecordID(row, "id") else { return nil }
        self.id = id
        name = row["name"] ?? ""
        framework =
            (row["framework"] as String?).flatMap(WorksiteFramework.init(rawValue:)) ?? .other
        programme = row["programme"]
        owner = row["owner"]
        communeCode = row["commune_code"]
        start = (row["starts_on"] as String?).flatMap(CalendarDay.init(isoText:))
        // Another laptop's numbers are not trusted to be such as this one would write.
        totalHours = Self.count(row["total_hours"], upTo: WorksiteLimits.hours)
        clausePermille = Self.count(row["clause_permille"], upTo: 1_000)
        doneHours = Self.count(row["done_hours"], upTo: WorksiteLimits.hours)
        romeCodes = TextSet.members(Value(row["rome_codes"] as String?)) ?? []
        forecastHours = (row["forecast_hours"] as Int64?).map {
            Self.count($0, upTo: WorksiteLimits.hours)
        }
    }

    private static func count(_ value: Int64?, upTo limit: Int) -> Int {
        min(max(0, Int(clamping: value ?? 0)), limit)
    }
}
