import InventedPeople
import Statistics

/// An invented region, night after night: people come, go further, are corrected and are erased.
struct InventedRegion {
    var landlords: [InventedLandlord]
    var day = PhaseOne.day
    private var random: SeededGenerator

    init(landlords count: Int, persons: Int, seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        let communes = try InventedStock.communes(epcis: 3, each: 4)
        landlords = []
        for index in 0..<count {
            // Most landlords let dwellings in most communes, each in some of its own.
            let stock = InventedStock(
                territories: communes.filter { _ in random.chance(75) } + [
                    communes[index % communes.count]
                ]
            )
            var landlord = InventedLandlord(code: "B\(index + 1)", stock: stock)
            try landlord.welcome(persons / 2 + random.below(persons), &random)
            landlords.append(landlord)
        }
    }

    /// One night: 10 to 45 new persons, some who go further, now and then one who is erased.
    mutating func pass() throws {
        day += 1
        for _ in 0..<(10 + random.below(36)) {
            try landlords[random.below(landlords.count)].welcome(1, &random)
        }
        for _ in 0..<random.below(30) {
            let landlord = random.below(landlords.count)
            let tenant = random.below(landlords[landlord].tenants.count)
            landlords[landlord].tenants[tenant].advance(&random)
        }
        if random.chance(30) {
            let landlord = random.below(landlords.count)
            landlords[landlord].tenants.remove(at: random.below(landlords[landlord].tenants.count))
        }
    }

    func statements(threshold: Int = 11) throws -> [DetailedStatement] {
        try landlords.map {
            try $0.statement(version: day - PhaseOne.day + 1, day: day, threshold: threshold)
        }
    }

    func cutoff() throws -> UTCDay { try PhaseOne.date(day) }

    /// A policy whose calendar holds nothing back: the rule alone decides.
    static func policy(threshold: Int = 11) throws -> ReleasePolicy {
        try ReleasePolicy(
            threshold: threshold,
            days: Dictionary(uniqueKeysWithValues: Axis.allCases.map { ($0, 1) })
        )
    }
}
