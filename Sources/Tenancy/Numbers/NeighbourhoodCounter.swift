import GRDB
import Region
import Statistics

/// Counts the participants who live in a QPV of one list, in one pass over the files.
struct NeighbourhoodCounter {
    private let database: Database
    private let list: NeighbourhoodList

    /// Counts under the list that applies on the day of the cutoff.
    init(_ database: Database, cutoff: UTCDay) {
        self.database = database
        list = .current(on: cutoff.isoText)
    }

    func count(_ standings: Standings) throws -> NeighbourhoodCounts {
        var participants = Set(
            standings.people.filter { $1.institutions != nil }.map(\.key)
        )
        var answers: [NeighbourhoodAnswer: Int] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT id, commune_code, qpv_code, qpv_code_2015 FROM tenant"
        )
        while let row = try rows.next() {
            guard let key = try RowKey(row, 0), participants.remove(key) != nil else { continue }
            let record = NeighbourhoodRecord(
                communeCode: row[1],
                code: row[2],
                codeOf2015: row[3]
            )
            answers[record.answer(list), default: 0] += 1
        }
        // Who has no file here has an address that nobody knows.
        return NeighbourhoodCounts(
            list: list.rawValue,
            inside: answers[.inside, default: 0],
            toCheck: answers[.toCheck, default: 0] + participants.count
        )
    }
}
