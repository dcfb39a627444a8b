import InventedPeople
import Statistics
import Testing

/// The laws of rolling up, over landlords of every size on trees of every shape.
struct RollUpTests {
    private static let seeds = Array(UInt64(0)..<40)

    private func landlord(_ seed: UInt64) throws -> InventedLandlord {
        var random = SeededGenerator(seed: seed)
        let all = try InventedStock.communes(epcis: 1 + random.below(5), each: 1 + random.below(8))
        let stock = InventedStock(territories: all.filter { _ in random.chance(70) } + [all[0]])
        var landlord = InventedLandlord(code: "B1", stock: stock)
        try landlord.welcome(random.below(1 + random.below(1_500)), &random)
        return landlord
    }

    @Test(arguments: seeds)
    func `nobody is dropped and no block but the whole is small`(seed: UInt64) throws {
        let landlord = try landlord(seed)
        let counts = try landlord.counts()
        for threshold in [5, 11] {
            let tables = counts.tables(threshold: threshold)
            #expect(tables.count == Catalogue.current.tables.count)
            for (table, placement) in tables {
                #expect(placement.total?.size == landlord.tenants.count, "\(table.code)")
                let isWhole = Array(placement.blocks.keys) == [.root]
                for (path, tally) in placement.blocks where !isWhole {
                    #expect(tally.holds(threshold), "\(table.code) \(path.text)")
                }
            }
        }
    }

    @Test(arguments: seeds)
    func `each total is the landlord's own, category by category`(seed: UInt64) throws {
        let landlord = try landlord(seed)
        let tables = try landlord.counts().tables(threshold: 11)
        for table in Catalogue.current.tables {
            guard let variable = Catalogue.current.variable(of: table),
                table.step == variable.steps.count
            else { continue }
            let truth = variable.categories.map { category in
                landlord.tenants.count { $0.answers[variable.code] == category }
            }
            #expect(tables[table]?.total?.counts == truth, "\(table.code)")
        }
    }

    @Test(arguments: seeds)
    func `a node that is shown counts exactly the persons who live there`(seed: UInt64) throws {
        let landlord = try landlord(seed)
        for (table, placement) in try landlord.counts().tables(threshold: 11) {
            for (path, tally) in placement.nodes {
                let truth = landlord.tenants.count {
                    $0.places[table.axis]?.cut(at: path.depth) == path
                }
                #expect(tally.size == truth, "\(table.code) \(path.text)")
            }
        }
    }

    @Test(arguments: seeds)
    func `a finer table shows no node that the coarser one hides`(seed: UInt64) throws {
        let tables = try landlord(seed).counts().tables(threshold: 11)
        for (table, placement) in tables {
            guard let base = Catalogue.current.base(of: table) else { continue }
            let coarser = try #require(tables[base]).nodes
            #expect(placement.nodes.keys.allSatisfy { coarser[$0] != nil }, "\(table.code)")
        }
    }

    @Test func `a small node takes the smallest beside it along`() throws {
        let tables = try Self.tables(["a": 30, "b": 12, "c": 4])
        #expect(tables == ["59/1/a": 30, "59/1": 16])
    }

    @Test func `a place with nobody is hidden as one with few is`() throws {
        let few = try Self.tables(["a": 30, "b": 12, "c": 4])
        let none = try Self.tables(["a": 30, "b": 12, "c": 0])
        #expect(few.keys == none.keys)
    }

    @Test func `a landlord with few persons sends its whole and nothing else`() throws {
        #expect(try Self.tables(["a": 6, "b": 3]) == ["": 9])
    }

    @Test func `two nodes that may be seen stay apart`() throws {
        #expect(try Self.tables(["a": 30, "b": 12]) == ["59/1/a": 30, "59/1/b": 12])
    }

    @Test func `a block where everybody has one answer is not told apart`() throws {
        // Twelve of twelve would tell the answer of each of them.
        let table = try Catalogue.current.table(code: "sex-institutions-1")
        let alike = try Self.alike(women: 12, unknownMen: 30, otherMen: 30)
        #expect(alike[table]?.blocks.keys.map(\.text) == [""])
        #expect(alike[table]?.total?.counts == [42, 30])
    }

    /// The persons of some communes of one EPCI, rolled up.
    private static func tables(_ communes: [String: Int]) throws -> [String: Int] {
        var random = SeededGenerator(seed: 1)
        let stock = InventedStock(
            territories: try communes.keys.map { try NodePath(["59", "1", $0]) }
        )
        var landlord = InventedLandlord(code: "B1", stock: stock)
        for (commune, count) in communes {
            for _ in 0..<count {
                landlord.tenants.append(
                    try InventedTenant(at: try NodePath(["59", "1", commune]), &random)
                )
            }
        }
        let tables = try landlord.counts().tables(threshold: 11)
        let table = try Catalogue.current.table(code: "territory-persons")
        return Dictionary(
            uniqueKeysWithValues: try #require(tables[table]).blocks.map { ($0.text, $1.size) }
        )
    }

    /// Women whom no institution knows, every one, beside men of both answers.
    private static func alike(women: Int, unknownMen: Int, otherMen: Int) throws
        -> [TableID: Placement<Tally>]
    {
        var random = SeededGenerator(seed: 2)
        let place = try NodePath(["59", "1", "a"])
        var landlord = InventedLandlord(code: "B1", stock: InventedStock(territories: [place]))
        for (count, sex, answer) in [
            (women, "woman", "unknown"), (unknownMen, "man", "unknown"), (otherMen, "man", "known"),
        ] {
            for _ in 0..<count {
                var tenant = try InventedTenant(at: place, &random)
                tenant.places[.sex] = try NodePath([sex])
                tenant.answers["institutions"] = answer
                landlord.tenants.append(tenant)
            }
        }
        return try landlord.counts().tables(threshold: 11)
    }
}
