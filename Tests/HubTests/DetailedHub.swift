import Foundation
import Hub
import Statistics
import Testing

/// Statements with tables of invented landlords, for a hub.
enum DetailedHub {
    /// So many persons of a landlord, whose answers and places go round.
    static func bytes(
        _ code: String,
        persons: Int,
        version: Int = 1,
        day: Int = TemporaryHub.day,
        threshold: Int = Threshold.usual
    ) throws -> [UInt8] {
        try statement(code, persons: persons, version: version, day: day, threshold: threshold)
            .canonicalBytes
    }

    static func statement(
        _ code: String,
        persons: Int,
        version: Int = 1,
        day: Int = TemporaryHub.day,
        threshold: Int = Threshold.usual
    ) throws -> DetailedStatement {
        let territory = try NodePath(["80", "248000531", "80021"])
        let month = try NodePath(["2023", "2023-Q1", "2023-02"])
        var counts = FineCounts(places: [
            .territory: [territory], .neighbourhood: [try NodePath(["outside"])], .month: [month],
        ])
        for number in 0..<persons {
            var places: [Axis: NodePath] = [
                .territory: territory, .month: month, .neighbourhood: try NodePath(["outside"]),
            ]
            for axis in [Axis.age, .sex] {
                let leaves = try #require(axis.listedLeaves)
                places[axis] = leaves[number % leaves.count]
            }
            let answers = Catalogue.current.variables.map {
                ($0.code, $0.categories[number % $0.categories.count])
            }
            let traits = try Traits(
                places: places,
                answers: Dictionary(uniqueKeysWithValues: answers)
            )
            counts.add(traits)
        }
        return try DetailedStatement(
            headline: Statement(
                landlord: TemporaryHub.landlord(code),
                programme: "phase-1",
                cutoff: TemporaryHub.date(day),
                version: version,
                counts: Counts([.identified: persons])
            ),
            counts: counts,
            threshold: threshold
        )
    }
}
