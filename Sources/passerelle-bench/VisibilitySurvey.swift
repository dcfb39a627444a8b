import Statistics

/// How many persons the tables show at each level of the territory, by the size of the region.
enum VisibilitySurvey {
    private static let sizes = [(8, 50), (8, 250), (56, 180), (56, 1_800)]
    private static let tables = ["territory-persons", "territory-funnel-1", "territory-outcome-2"]

    static func run() throws {
        print("k   landlords x persons  table                 by      departement  epci  commune")
        for threshold in [5, 11] {
            for (landlords, persons) in sizes { try survey(landlords, persons, threshold) }
        }
    }

    private static func survey(_ count: Int, _ persons: Int, _ threshold: Int) throws {
        let day = try InventedDay.of(0)
        let statements = try (1...count).map { number in
            var landlord = try InventedCounting(number: number, seed: 31)
            try landlord.add(persons)
            return try landlord.statement(day: day, version: 1, threshold: threshold)
        }
        let region = RegionTables(statements, under: try ReleasePolicy(threshold: threshold))
        for code in tables {
            let table = try Catalogue.current.table(code: code)
            let sent = statements.flatMap { statement in
                (statement.tables[table]?.blocks ?? [:]).map { ($0.key.depth, $0.value.size) }
            }
            let published = (region.tables[table]?.blocks ?? [:]).map {
                ($0.key.depth, $0.value.size)
            }
            line(threshold, "\(count) x \(persons)", code, "landlord", sent, count * persons)
            line(threshold, "\(count) x \(persons)", code, "region", published, count * persons)
        }
    }

    private static func line(
        _ threshold: Int,
        _ size: String,
        _ table: String,
        _ by: String,
        _ blocks: [(depth: Int, persons: Int)],
        _ all: Int
    ) {
        let shares = (1...3).map { depth in
            let shown = blocks.filter { $0.depth >= depth }.reduce(0) { $0 + $1.persons }
            return "\((shown * 100 + all / 2) / all) %"
        }
        print("\(threshold)  \(size)  \(table)  \(by)  " + shares.joined(separator: "  "))
    }
}
