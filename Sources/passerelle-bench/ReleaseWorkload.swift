import Statistics

/// What the hub's night costs: merging the landlords' statements, and the release beside those that
/// are kept.
struct ReleaseWorkload: Workload {
    private static let landlords = 56
    private static let personsANight = 400
    private static let nights = 5

    /// A ledger with all but the last night in it, and that night.
    private struct Region {
        var ledger: ReleaseLedger
        var last: [DetailedStatement] = []
    }

    private let bench: Bench
    private let whole: Region
    private let half: Region?

    init(_ bench: Bench, isGrowth: Bool) throws {
        self.bench = bench
        whole = try Self.region(Self.landlords)
        half = isGrowth ? try Self.region(Self.landlords / 2) : nil
    }

    private static func region(_ count: Int) throws -> Region {
        let days = Dictionary(uniqueKeysWithValues: Axis.allCases.map { ($0, 1) })
        var region = Region(ledger: try ReleaseLedger(policy: try ReleasePolicy(days: days)))
        var landlords = try (1...count).map { try InventedCounting(number: $0, seed: 7) }
        for night in 1...nights {
            for index in landlords.indices { try landlords[index].add(personsANight) }
            let day = try InventedDay.of(night)
            region.last = try landlords.map { try $0.statement(day: day, version: night) }
            if night < nights { _ = try region.ledger.release(region.last, cutoff: day) }
        }
        return region
    }

    func sample(round: Int) throws -> Sample {
        Sample(plain: try half.map(time), engine: try time(whole))
    }

    private func time(_ region: Region) throws -> Double {
        var ledger = region.ledger
        var tables = 0
        let time = try bench.milliseconds {
            _ = try ledger.release(region.last, cutoff: try InventedDay.of(Self.nights))
            tables = ledger.kept.last?.tables.reduce(0) { $0 + $1.canonicalBytes.count } ?? 0
        }
        guard tables > 0 else { throw BenchFailure.wrongWork("nothing was released") }
        return time
    }
}
