import Testing

/// The laws of the join in every world up to a size; the counts show that none was left out.
struct SmallWorldTests {
    typealias Intent = HistorySpecification.Intent

    /// One element of each rule: a field, a member of a set, a counter.
    private static let intents: [Intent] = [
        .write(cells: 0b10), .write(cells: 0b1000), .write(cells: 0, removing: 0b1000),
        .count(by: 3), .delete, .elsewhere,
    ]

    /// The pairs of intents that meet in one element, for the larger worlds.
    private static let rivals: [[Intent]] = [
        [intents[0], intents[4]], [intents[1], intents[2]], [intents[1], intents[4]],
        [intents[3], intents[4]],
    ]

    /// Histories of 1, 2, … 6 writes, who wrote what left aside: partial orders of at most two
    /// writes by each of three replicas, counted by a program that shares no line with the walk.
    private static let histories = [3, 12, 55, 258, 1065, 2827]

    private static func worlds(_ intents: Int, _ most: Int) -> [Int] {
        var choices = 1
        return histories.enumerated().map { size, count in
            choices *= intents
            return size < most ? count * choices : 0
        }
    }

    @Test(arguments: Volume.isBrief ? [(3, 12_330, 122_526)] : [(4, 346_698, 5_239_134)])
    func `every world of up to four writes converges to what the specification says`(
        _ most: Int,
        _ worlds: Int,
        _ joins: Int
    ) {
        var walk = SmallWorlds(intents: Self.intents, most: most)
        walk.walk()
        #expect(walk.failures == [])
        #expect(walk.worlds == Self.worlds(6, most))
        #expect(walk.worlds.reduce(0, +) == worlds)
        #expect(walk.joins == joins)
    }

    @Test(.enabled(if: !Volume.isBrief), arguments: rivals)
    func `two rival intents, three replicas, two writes each, in every order`(_ pair: [Intent]) {
        var walk = SmallWorlds(intents: pair)
        walk.walk()
        #expect(walk.failures == [])
        #expect(walk.worlds == Self.worlds(2, 6))
        #expect(walk.worlds.reduce(0, +) == 219_630)
    }

    @Test(.enabled(if: Volume.isWhole), arguments: 0..<5)
    func `every world of one element of each rule and two writes each`(_ first: Int) {
        var walk = SmallWorlds(intents: Array(Self.intents.prefix(5)))
        walk.walk(startingWith: first)
        #expect(walk.failures == [])
        // Each first write begins a fifth of the worlds.
        #expect(walk.worlds == Self.worlds(5, 6).map { $0 / 5 })
        #expect(walk.worlds.reduce(0, +) == 9_534_303)
    }
}
