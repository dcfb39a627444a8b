import GRDB
import Records
import ReplicaStore
import Sealing

/// An order to erase: which rows, by when, and why, without anybody's name.
package struct ErasureOrder: Hashable, Sendable {
    /// So many people at most are erased by one order.
    package static let mostFiles = 50

    package let id: RecordID
    /// Every row that the administrator's laptop knew of; later ones are found by the files.
    package let rows: [RowName]
    /// Milliseconds since 1970.
    package let orderedAt: UInt64
    /// The administrator's device: « poste 1 ».
    package let orderedBy: String
    package let dueOn: CalendarDay
    package let cause: ErasureCause
    /// How many people; each may have more than one file.
    package let people: Int

    static let columns = "id, \"rows\", ordered_at, ordered_by, due_on, cause, people"

    init(
        id: RecordID,
        _ rows: some Sequence<RowName>,
        at moment: UInt64,
        by station: String,
        due day: CalendarDay,
        _ cause: ErasureCause,
        people: Int
    ) {
        self.id = id
        self.rows = rows.sorted()
        orderedAt = moment
        orderedBy = station
        dueOn = day
        self.cause = cause
        self.people = people
    }

    init?(_ row: Row) {
        guard let id = RecordID(row, "id"), let orderedAt = row["ordered_at"] as Int64?,
            let text = row["rows"] as String?, let rows = Self.rows(text),
            let due = (row["due_on"] as String?).flatMap(CalendarDay.init(isoText:)),
            let cause = (row["cause"] as String?).flatMap(ErasureCause.init(rawValue:))
        else { return nil }
        self.init(
            id: id,
            rows,
            at: UInt64(clamping: orderedAt),
            by: row["ordered_by"] ?? "",
            due: due,
            cause,
            people: row["people"] ?? 0
        )
    }

    /// The people's files, and those that the next extract would make of them.
    package var files: Set<RecordID> {
        Set(rows.filter { $0.collection == "tenant" }.map(\.id))
    }

    var values: [String: Value] {
        [
            "rows": .text(text), "ordered_at": .integer(Int64(clamping: orderedAt)),
            "ordered_by": .text(orderedBy), "due_on": .text(dueOn.isoText),
            "cause": .text(cause.rawValue), "people": .integer(Int64(people)),
        ]
    }

    /// What the membership log holds of the order: another text has another digest.
    package var digest: Digest256 {
        let lines = [
            id.description, "\(orderedAt)", orderedBy, dueOn.isoText, cause.rawValue,
            "\(people)", text,
        ]
        return Digest256(of: Array(lines.joined(separator: "\n").utf8), as: .erasureOrder)
    }

    /// A line a row: its collection and its identity.
    private var text: String {
        rows.map { "\($0.collection) \($0.id)" }.joined(separator: "\n")
    }

    private static func rows(_ text: String) -> [RowName]? {
        var rows: [RowName] = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 2, let id = RecordID(String(words[1])) else { return nil }
            rows.append(RowName(String(words[0]), id))
        }
        return rows.isEmpty ? nil : rows
    }
}
