import Foundation
import Statistics
import Testing

/// Attacks 3, 4, 14, 15 and 16: sixty nights of an invented region, read by everybody.
struct NightsTests {
    /// What happened to the tables over some nights, and what an attacker makes of it.
    private struct Nights {
        var attacker: PairAttacker
        var moved: [String: Int] = [:]
        var exact = 0
        var sizes: Set<Int> = []
    }

    /// One region, or with PASSERELLE_LAWS=whole three others at each of two thresholds.
    private static let worlds: [(seed: UInt64, threshold: Int)] =
        ProcessInfo.processInfo.environment["PASSERELLE_LAWS"] == "whole"
        ? [2, 3, 5].flatMap { seed in [5, 11].map { (UInt64(seed), $0) } } : [(1, 11)]

    private static func run(nights: Int, seed: UInt64, threshold: Int) throws -> Nights {
        var region = try InventedRegion(landlords: 8, persons: 400, seed: seed)
        var ledger = try ReleaseLedger(policy: try InventedRegion.policy(threshold: threshold))
        var sent: [Int: [DetailedStatement]] = [:]
        var seen: [String: SeenTable] = [:]
        var result = Nights(attacker: PairAttacker(threshold: threshold))
        for _ in 0..<nights {
            let statements = try region.statements(threshold: threshold)
            let decisions = try ledger.release(statements, cutoff: try region.cutoff())
            let release = try #require(ledger.kept.last)
            sent[release.number] = statements
            for (table, decision) in decisions {
                if case .moved(let depth) = decision {
                    result.moved["\(table.code).\(depth)", default: 0] += 1
                }
            }
            // A table cut higher up is in the deepest one of its release.
            let fresh = release.tables.filter { $0.release == release.number }
            for table in Dictionary(fresh.map { ($0.table, $0) }, uniquingKeysWith: { $1 }).values {
                let mine = SeenTable(table, sent[table.release] ?? [])
                for other in seen.values { result.attacker.attack(other, mine) }
                seen["\(table.table.code) \(table.release)"] = mine
            }
            let kept = Set(
                ledger.kept.flatMap(\.tables).map { "\($0.table.code) \($0.release)" }
            )
            seen = seen.filter { kept.contains($0.key) }
            if isExact(release, region) { result.exact += 1 }
            result.sizes.insert(statements[0].canonicalBytes.count)
            try region.pass()
        }
        return result
    }

    /// Whether the headline, and each table of this release, sums to the region's truth.
    private static func isExact(_ release: Release, _ region: InventedRegion) -> Bool {
        let tenants = region.landlords.flatMap(\.tenants)
        return release.headline[.identified] == tenants.count
            && release.tables.allSatisfy { table in
                guard table.release == release.number else { return true }
                guard let variable = Catalogue.current.variable(of: table.table) else {
                    return table.placement.total?.counts == [tenants.count]
                }
                let step = variable.steps[table.table.step - 1]
                var truth = step.groups.map { _ in 0 }
                for tenant in tenants {
                    let category = variable.categories.firstIndex(
                        of: tenant.answers[variable.code] ?? ""
                    )
                    let group = step.groups.firstIndex(of: step.group(ofCategory: category ?? 0))
                    truth[group ?? 0] += 1
                }
                return table.placement.total?.counts == truth
            }
    }

    @Test(arguments: worlds)
    func `sixty nights give nobody away, and every total is exact`(
        seed: UInt64,
        threshold: Int
    ) throws {
        let nights = try Self.run(nights: 60, seed: seed, threshold: threshold)
        #expect(nights.attacker.leaks.sorted { $0.description < $1.description }.prefix(5) == [])
        #expect(nights.attacker.pairs > 1_000)
        #expect(nights.exact == 60)
        #expect(nights.moved.values.reduce(0, +) > 150)
        // A length tells the class of a landlord's size, not what happened on a night.
        #expect(nights.sizes.count <= 4)
        print(
            "attacker: seed \(seed), k = \(threshold), 60 nights, \(nights.attacker.pairs) pairs "
                + "of tables, least change implied \(nights.attacker.least ?? 0), \(nights.attacker.leaks.count) leaks; "
                + "\(nights.moved.values.reduce(0, +)) moves"
        )
    }

    @Test func `with the release rule off, the same attacker reads single persons`() throws {
        var region = try InventedRegion(landlords: 8, persons: 400, seed: 1)
        let policy = try InventedRegion.policy()
        var attacker = PairAttacker(threshold: 11)
        var seen: [TableID: SeenTable] = [:]
        for night in 1...5 {
            let statements = try region.statements()
            for (table, placement) in RegionTables(statements, under: policy).tables {
                let blocks = placement.blocks.mapValues(\.total)
                let mine = SeenTable(table, night, table.axis.levels.count, blocks, statements)
                if let other = seen[table] { attacker.attack(other, mine) }
                seen[table] = mine
            }
            try region.pass()
        }
        #expect(attacker.leaks.contains { abs($0.persons) == 1 && $0.reader == "anybody" })
        print("attacker, rule off: 5 nights, \(attacker.leaks.count) leaks")
    }

    @Test(arguments: [true, false])
    func `one person more or less changes no byte of a table`(isErased: Bool) throws {
        var region = try InventedRegion(landlords: 6, persons: 300, seed: 3)
        var ledger = try ReleaseLedger(policy: try InventedRegion.policy())
        for _ in 0..<3 {
            _ = try ledger.release(try region.statements(), cutoff: try region.cutoff())
            try region.pass()
        }
        _ = try ledger.release(try region.statements(), cutoff: try region.cutoff())
        let before = try #require(ledger.kept.last).tables.map(\.canonicalBytes)
        var other = region
        if isErased {
            other.landlords[2].tenants.removeFirst()
        } else {
            other.landlords[2].tenants.append(region.landlords[2].tenants[0])
        }
        for region in [region, other] {
            var tomorrow = region
            var next = ledger
            tomorrow.day += 1
            _ = try next.release(try tomorrow.statements(), cutoff: try tomorrow.cutoff())
            #expect(try #require(next.kept.last).tables.map(\.canonicalBytes) == before)
        }
    }

    @Test func `a known person changes no table until eleven have changed`() throws {
        let region = try InventedRegion(landlords: 6, persons: 300, seed: 4)
        var ledger = try ReleaseLedger(policy: try InventedRegion.policy())
        _ = try ledger.release(try region.statements(), cutoff: try region.cutoff())
        let before = try #require(ledger.kept.last).tables.map(\.canonicalBytes)
        let person = region.landlords[1].tenants[0]
        for copies in 1...10 {
            var next = ledger
            var grown = region
            grown.day += 1
            grown.landlords[1].tenants += Array(repeating: person, count: copies)
            _ = try next.release(try grown.statements(), cutoff: try grown.cutoff())
            #expect(try #require(next.kept.last).tables.map(\.canonicalBytes) == before)
        }
    }
}
