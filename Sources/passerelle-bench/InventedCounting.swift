import InventedPeople
import Region
import Statistics

/// A landlord that does not exist, in real communes, with as many counted persons as asked for.
struct InventedCounting {
    private static let epcisOfALandlord = 10

    let code: String
    /// The communes where it lets dwellings; one with priority neighbourhoods comes several times.
    private let homes: [Commune]
    private(set) var counts: FineCounts
    private var random: SeededGenerator

    init(number: Int, seed: UInt64) throws {
        code = "B\(number)"
        var random = SeededGenerator(seed: seed &+ UInt64(number))
        var sirens: Set<String> = []
        // Towns draw more landlords than villages do.
        while sirens.count < Self.epcisOfALandlord {
            let home = random.pick(PriorityNeighbourhoods.all).communes[0]
            sirens.insert(random.chance(80) ? home.epci.siren : random.pick(Epcis.all).siren)
        }
        var homes: [Commune] = []
        for commune in Communes.all where sirens.contains(commune.epci.siren) {
            let weight = PriorityNeighbourhoods.within(communeCode: commune.code).count * 8
            let isChosen = weight > 0 || random.chance(15)
            if isChosen { homes += Array(repeating: commune, count: max(1, weight)) }
        }
        self.homes = homes
        self.random = random
        counts = FineCounts(places: [
            .territory: try Set(homes).map(Self.territory),
            .neighbourhood: try Set(homes).flatMap { try Self.neighbourhoods($0) }
                + [NodePath(["outside"]), NodePath(["to_check"])],
            .month: try (1...12).map(Self.month),
        ])
    }

    /// So many more persons.
    mutating func add(_ persons: Int) throws {
        for person in try draw(persons) { counts.add(person) }
    }

    mutating func draw(_ persons: Int) throws -> [Traits] {
        try (0..<persons).map { _ in try person() }
    }

    private mutating func person() throws -> Traits {
        let commune = random.pick(homes)
        let places: [Axis: NodePath] = [
            .territory: try Self.territory(commune),
            .neighbourhood: try random.pick(
                Self.neighbourhoods(commune) + [NodePath(["outside"])]
            ),
            .age: random.pick(Axis.age.listedLeaves ?? []),
            .sex: random.pick(Axis.sex.listedLeaves ?? []),
            .month: try Self.month(1 + random.below(12)),
        ]
        var answers: [String: String] = [:]
        for variable in Catalogue.current.variables {
            answers[variable.code] = random.pick(variable.categories)
        }
        return try Traits(places: places, answers: answers)
    }

    /// The statement of what is counted so far.
    func statement(day: UTCDay, version: Int, threshold: Int = Threshold.usual) throws
        -> DetailedStatement
    {
        try DetailedStatement(
            headline: try Statement(
                landlord: try Landlord(code: code, name: "Bailleur fictif \(code)"),
                programme: "phase-2",
                cutoff: day,
                version: version,
                counts: try Counts([.identified: counts.persons])
            ),
            counts: counts,
            threshold: threshold
        )
    }

    private static func territory(_ commune: Commune) throws -> NodePath {
        try NodePath([commune.departement.code, commune.epci.siren, commune.code])
    }

    private static func neighbourhoods(_ commune: Commune) throws -> [NodePath] {
        try PriorityNeighbourhoods.within(communeCode: commune.code)
            .map { try NodePath(["inside", $0.code]) }
    }

    private static func month(_ number: Int) throws -> NodePath {
        try NodePath([
            "2026", "2026-Q\((number + 2) / 3)",
            "2026-" + (number < 10 ? "0" : "") + String(number),
        ])
    }
}
