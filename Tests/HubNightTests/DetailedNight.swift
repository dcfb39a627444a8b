import Statistics
import TestKit

/// Statements with tables of invented landlords, of the day of a `NightWorld`.
struct DetailedNight {
    /// 10 February 2026.
    static let day = 20_494

    var code = "B4"
    var persons = 120
    var version = 1
    var territory = ["80", "248000531", "80021"]
    var neighbourhood = ["outside"]
    var month = ["2026", "2026-Q1", "2026-02"]

    func bytes() throws -> [UInt8] {
        try DetailedStatement(headline: headline(), counts: counts()).canonicalBytes
    }

    private func headline() throws -> Statement {
        try Statement(
            landlord: Landlord(code: code, name: "Bailleur inventé"),
            programme: "400L",
            cutoff: unwrap(UTCDay(number: Self.day)),
            version: version,
            counts: Counts([.identified: persons])
        )
    }

    /// Persons of one place, whose other answers go round.
    private func counts() throws -> FineCounts {
        let here: [Axis: NodePath] = [
            .territory: try NodePath(territory), .neighbourhood: try NodePath(neighbourhood),
            .month: try NodePath(month),
        ]
        var counts = FineCounts(places: here.mapValues { [$0] })
        for number in 0..<persons {
            var places = here
            for axis in [Axis.age, .sex] {
                let leaves = axis.listedLeaves ?? []
                places[axis] = leaves[number % leaves.count]
            }
            let answers = Catalogue.current.variables.map {
                ($0.code, $0.categories[number % $0.categories.count])
            }
            counts.add(
                try Traits(places: places, answers: Dictionary(uniqueKeysWithValues: answers))
            )
        }
        return counts
    }
}
