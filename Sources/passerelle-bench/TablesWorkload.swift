import Statistics

/// What a landlord's statement costs: counting its tenants, rolling up, writing the bytes.
struct TablesWorkload: Workload {
    static let tenants = 100_000

    private let bench: Bench
    private let isGrowth: Bool
    private let landlord: InventedCounting
    private let persons: [Traits]
    private let day: UTCDay

    init(_ bench: Bench, isGrowth: Bool) throws {
        self.bench = bench
        self.isGrowth = isGrowth
        var landlord = try InventedCounting(number: 1, seed: 100)
        persons = try landlord.draw(Self.tenants)
        self.landlord = landlord
        day = try InventedDay.of(0)
    }

    func sample(round: Int) throws -> Sample {
        let half = try isGrowth ? time(persons.prefix(Self.tenants / 2)) : nil
        return Sample(plain: half, engine: try time(persons[...]))
    }

    private func time(_ persons: ArraySlice<Traits>) throws -> Double {
        var bytes = 0
        let time = try bench.milliseconds {
            var counts = landlord.counts
            for person in persons { counts.add(person) }
            let statement = try DetailedStatement(
                headline: try landlord.statement(day: day, version: 1).headline,
                counts: counts
            )
            bytes = statement.canonicalBytes.count
        }
        guard bytes > 100_000 else { throw BenchFailure.wrongWork("the statement is too short") }
        return time
    }
}
