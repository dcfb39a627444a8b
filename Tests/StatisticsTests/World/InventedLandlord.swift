import InventedPeople
import Statistics

/// An invented landlord with its tenants, who makes its statement every night.
struct InventedLandlord {
    let code: String
    let stock: InventedStock
    var tenants: [InventedTenant] = []

    mutating func welcome(_ count: Int, _ random: inout SeededGenerator) throws {
        for _ in 0..<count {
            tenants.append(try InventedTenant(at: random.pick(stock.territories), &random))
        }
    }

    func counts() throws -> FineCounts {
        var counts = FineCounts(places: try stock.places)
        for tenant in tenants { counts.add(try tenant.traits()) }
        return counts
    }

    func headline(version: Int, day: Int) throws -> Statement {
        let participants = tenants.filter { $0.answers["institutions"] != "no_participant" }
        return try Statement(
            landlord: try Landlord(code: code, name: "Bailleur fictif \(code)"),
            programme: "phase-1",
            cutoff: try PhaseOne.date(day),
            version: version,
            counts: try Counts([
                .identified: tenants.count, .participants: participants.count,
                .unknownToInstitutions: participants.count {
                    $0.answers["institutions"] == "unknown"
                },
            ])
        )
    }

    func statement(version: Int = 1, day: Int = PhaseOne.day, threshold: Int = 11) throws
        -> DetailedStatement
    {
        try DetailedStatement(
            headline: try headline(version: version, day: day),
            counts: try counts(),
            threshold: threshold
        )
    }
}
