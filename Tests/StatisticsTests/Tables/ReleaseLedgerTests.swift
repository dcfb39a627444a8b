import InventedPeople
import Statistics
import Testing

/// What stops a release or a table, and what the region's tables hold.
struct ReleaseLedgerTests {
    private func region(_ landlords: Int, persons: Int = 300) throws -> InventedRegion {
        try InventedRegion(landlords: landlords, persons: persons, seed: 11)
    }

    private func failure(
        _ statements: [DetailedStatement],
        _ cutoff: UTCDay,
        in ledger: ReleaseLedger? = nil
    ) throws -> ReleaseFailure? {
        var ledger = try ledger ?? ReleaseLedger(policy: try InventedRegion.policy())
        let before = ledger.kept.count
        do throws(ReleaseFailure) {
            _ = try ledger.release(statements, cutoff: cutoff)
            return nil
        } catch {
            #expect(ledger.kept.count == before)
            return error
        }
    }

    @Test func `two landlords make no release: each could read the other`() throws {
        let region = try region(2)
        #expect(
            try failure(try region.statements(), try region.cutoff())
                == .tooFewLandlords(2, fewest: 3)
        )
    }

    @Test func `what does not fit is refused by name and the last release stands`() throws {
        let region = try region(4)
        let statements = try region.statements()
        let cutoff = try region.cutoff()
        #expect(try failure(statements + [statements[0]], cutoff) == .landlordTwice(code: "B1"))
        let low = try region.statements(threshold: 5)
        #expect(try failure(low, cutoff) == .lowThreshold(code: "B1"))
        let eve = try PhaseOne.date(region.day - 1)
        #expect(try failure(statements, eve) == .statementAfterCutoff(code: "B1"))
        var ledger = try ReleaseLedger(policy: try InventedRegion.policy())
        _ = try ledger.release(statements, cutoff: cutoff)
        #expect(try failure(statements, cutoff, in: ledger) == .notLater(than: cutoff))
    }

    @Test func `a table waits for its calendar`() throws {
        var region = try region(4)
        var ledger = try ReleaseLedger(policy: try ReleasePolicy())
        _ = try ledger.release(try region.statements(), cutoff: try region.cutoff())
        region.day += 6
        let early = try ledger.release(try region.statements(), cutoff: try region.cutoff())
        #expect(early.values.allSatisfy { $0 == .stood(.notDue) || $0 == .withheld })
        region.day += 1
        let due = try ledger.release(try region.statements(), cutoff: try region.cutoff())
        #expect(
            due[try Catalogue.current.table(code: "territory-persons")] == .stood(.littleChange)
        )
        #expect(due[try Catalogue.current.table(code: "age-persons")] == .stood(.notDue))
    }

    @Test func `releases that are no longer kept are not compared`() throws {
        var region = try region(4)
        var ledger = try ReleaseLedger(
            policy: try ReleasePolicy(
                keptReleases: 2,
                days: Dictionary(uniqueKeysWithValues: Axis.allCases.map { ($0, 1) })
            )
        )
        for _ in 0..<5 {
            _ = try ledger.release(try region.statements(), cutoff: try region.cutoff())
            region.day += 1
        }
        #expect(ledger.kept.map(\.number) == [4, 5])
    }

    @Test func `a ledger made again from its records decides and publishes the same`() throws {
        var region = try region(5)
        let policy = try InventedRegion.policy()
        var ledger = try ReleaseLedger(policy: policy)
        var again = try ReleaseLedger(policy: policy)
        for _ in 0..<6 {
            let statements = try region.statements()
            _ = try ledger.release(statements, cutoff: try region.cutoff())
            let bytes = try #require(ledger.kept.last).record.canonicalBytes
            let record = try #require(ReleaseRecord(bytes: bytes, catalogue: .current))
            try again.replay(record, statements, under: policy)
            try region.pass()
        }
        let next = try region.statements()
        let decisions = try ledger.release(next, cutoff: try region.cutoff())
        #expect(try again.release(next, cutoff: try region.cutoff()) == decisions)
        let pages = [ledger, again].map { $0.kept.map(PublishedRelease.init) }
        #expect(pages[0] == pages[1])
        let bytes = try #require(ledger.kept.last).record.canonicalBytes
        #expect(ReleaseRecord(bytes: bytes + [0x20], catalogue: .current) == nil)
    }

    @Test func `a landlord that is nearly all of a block is not shown alone`() throws {
        var region = try region(4, persons: 60)
        var random = SeededGenerator(seed: 3)
        try region.landlords[0].welcome(4_000, &random)
        let policy = try InventedRegion.policy()
        let tables = RegionTables(try region.statements(), under: policy).tables
        for placement in tables.values {
            for block in placement.blocks.values {
                let largest = block.parts.values.map { $0.reduce(0, +) }.max() ?? 0
                #expect(largest * 100 <= block.size * 85)
            }
        }
        let persons = try Catalogue.current.table(code: "territory-persons")
        #expect(tables[persons] == nil, "one landlord is more than 85 % of the region")
    }

    @Test func `a landlord that invents persons brings no other's into sight`() throws {
        var region = try region(5, persons: 40)
        let policy = try InventedRegion.policy()
        // The Sybil counts many persons at every place, with every answer.
        var random = SeededGenerator(seed: 9)
        try region.landlords[4].welcome(60, &random)
        let tables = RegionTables(try region.statements(), under: policy).tables
        #expect(!tables.isEmpty)
        for (table, placement) in tables {
            for (path, block) in placement.blocks {
                let sybil = block.parts["B5"] ?? block.total.map { _ in 0 }
                let others = zip(block.total, sybil).map(-)
                #expect(others.allSatisfy { $0 >= 11 }, "\(table.code) \(path.text)")
            }
        }
    }

    @Test func `two codings of one variable do not stand side by side`() throws {
        // Scenario 9: the list of 2024 has nine addresses more and two fewer.
        let region = try region(4)
        var ledger = try ReleaseLedger(policy: try InventedRegion.policy())
        _ = try ledger.release(try region.statements(), cutoff: try region.cutoff())
        var recoded = region
        recoded.day += 1
        let outside = try NodePath(["outside"])
        var moved = 0
        for index in recoded.landlords[0].tenants.indices where moved < 7 {
            guard recoded.landlords[0].tenants[index].places[.neighbourhood] == outside else {
                continue
            }
            let commune = recoded.landlords[0].tenants[index].places[.territory]?.codes.last ?? ""
            recoded.landlords[0].tenants[index].places[.neighbourhood] = try NodePath([
                "inside", "QN" + commune,
            ])
            moved += 1
        }
        let decisions = try ledger.release(try recoded.statements(), cutoff: try recoded.cutoff())
        #expect(moved == 7)
        #expect(
            decisions[try Catalogue.current.table(code: "neighbourhood-persons")]
                != .moved(depth: 2)
        )
        #expect(
            decisions.filter { $0.key.axis == .neighbourhood }.values.allSatisfy { decision in
                if case .moved(let depth) = decision { depth == 0 } else { true }
            }
        )
    }

    @Test func `volumes need three landlords and none that is nearly all`() throws {
        let hours = try NodePath(["59", "1", "a"])
        let other = try NodePath(["59", "1", "b"])
        let region = try region(4)
        func tables(_ values: [[NodePath: Int]]) throws -> [NodePath: Int]? {
            let statements = try zip(region.landlords, values).map { landlord, values in
                try DetailedStatement(
                    headline: try landlord.headline(version: 1, day: region.day),
                    counts: try landlord.counts(),
                    volumes: [.insertionHours: values]
                )
            }
            return RegionTables(statements, under: try ReleasePolicy())
                .volumes[.insertionHours]?.blocks.mapValues(\.size)
        }
        #expect(try tables([[hours: 300], [hours: 200], [hours: 140], [:]]) == [hours: 640])
        #expect(try tables([[hours: 300], [hours: 200], [:], [:]]) == nil)
        #expect(try tables([[hours: 860], [hours: 70], [hours: 70], [:]]) == nil)
        #expect(
            try tables([[hours: 300, other: 5], [hours: 200], [hours: 140], [hours: 10]])
                == [NodePath(["59", "1"]): 655]
        )
    }
}
