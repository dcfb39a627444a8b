import Statistics
import Testing

/// Four tables in a ring: two variables, each along the same two axes.
///
/// A ring implies the number of one more kind of set, half of all combinations of the four. Nothing
/// in the catalogue forbids that number to be small, so it is looked at.
struct RingTests {
    /// Who is at a node, and who of them has an answer.
    private struct Corner {
        let node: Int
        let answer: Int
        let both: Int

        /// How many are at the node or have the answer, and not both.
        var apart: Int { node + answer - 2 * both }
    }

    private let tables: [TableID: Placement<Contributions>]
    private let persons: Int

    init() throws {
        let region = try InventedRegion(landlords: 8, persons: 400, seed: 1)
        tables = RegionTables(try region.statements(), under: try InventedRegion.policy()).tables
        persons = region.landlords.reduce(0) { $0 + $1.tenants.count }
    }

    /// The corners of a variable's answers with an axis's nodes, by node and answer.
    private func corners(_ variable: String, _ axis: Axis) -> [NodePath: [String: Corner]] {
        var corners: [NodePath: [String: Corner]] = [:]
        for (table, placement) in tables where table.axis == axis && table.variable == variable {
            let answers = placement.total?.total ?? []
            for (path, node) in placement.nodes where path != .root {
                for (group, both) in node.total.enumerated() {
                    let code = "\(table.step) \(group)"
                    corners[path, default: [:]][code] = Corner(
                        node: node.size,
                        answer: answers[group],
                        both: both
                    )
                }
            }
        }
        return corners
    }

    /// The four numbers of persons that a ring implies; each set's complement is implied too.
    private static func implied(_ sides: [Int]) -> [Int] {
        sides.indices.map { odd in
            (sides.reduce(0, +) - 2 * sides[odd]) / 2
        }
    }

    @Test func `no ring of four tables implies a small number`() throws {
        var least = Int.max
        var rings = 0
        let variables = ["funnel", "institutions", "outcome"]
        for (index, first) in variables.enumerated() {
            for second in variables[..<index] {
                for (place, one) in Axis.allCases.enumerated() {
                    for other in Axis.allCases[..<place] {
                        let ring = (corners(first, one), corners(second, one))
                        let back = (corners(first, other), corners(second, other))
                        let sides = Self.sides(ring, back)
                        rings += sides.count
                        for number in sides.flatMap(Self.implied) {
                            least = min(least, number, persons - number)
                        }
                    }
                }
            }
        }
        print("rings: \(rings) tried, least number implied \(least) of \(persons)")
        #expect(rings > 300)
        #expect(least >= 11)
    }

    private typealias Pair = ([NodePath: [String: Corner]], [NodePath: [String: Corner]])

    /// The four sides of each ring: a node of each axis, an answer of each variable.
    private static func sides(_ one: Pair, _ other: Pair) -> [[Int]] {
        var sides: [[Int]] = []
        for (path, first) in one.0 {
            guard let second = one.1[path] else { continue }
            for (far, third) in other.0 {
                guard let fourth = other.1[far] else { continue }
                for (answer, a) in first {
                    guard let d = third[answer] else { continue }
                    for (reply, b) in second {
                        // The two variables' tables must show the same persons at the node.
                        guard let c = fourth[reply], a.node == b.node, c.node == d.node else {
                            continue
                        }
                        sides.append([a.apart, b.apart, c.apart, d.apart])
                    }
                }
            }
        }
        return sides
    }

    @Test func `a ring does imply such a set`() {
        // Sixteen atoms of four yes-or-no answers, published in four pairs.
        let pairs = [(0, 1), (1, 2), (2, 3), (3, 0)].flatMap { first, second in
            (0..<4).map { values in
                Set((0..<16).filter { ($0 >> first & 1) + 2 * ($0 >> second & 1) == values })
            }
        }
        let attacker = ExactAttacker(atoms: 16, published: pairs)
        let set = (0..<16).reduce(UInt64(0)) { set, atom in
            let bits = (0..<4).map { atom >> $0 & 1 }
            let changes = (0..<3).count { bits[$0] != bits[$0 + 1] }
            return changes > 1 ? set | 1 << UInt64(atom) : set
        }
        #expect(attacker.knows(set))
        #expect(set.nonzeroBitCount == 8)
    }

    @Test func `three sides of a ring imply no such set`() {
        let pairs = [(0, 1), (1, 2), (2, 3)].flatMap { first, second in
            (0..<4).map { values in
                Set((0..<16).filter { ($0 >> first & 1) + 2 * ($0 >> second & 1) == values })
            }
        }
        let blocks = pairs.map { $0.reduce(UInt64(0)) { $0 | 1 << UInt64($1) } }
        let known = ExactAttacker(atoms: 16, published: pairs).knownSets()
        // Every set that follows holds a published block whole.
        #expect(known.allSatisfy { set in blocks.contains { $0 & set == $0 } })
    }
}
