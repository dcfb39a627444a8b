import Foundation
import InventedPeople
import Statistics
import Testing

/// Writes the landlords' tables of invented regions for Tests/Statistics/landlords.py, where
/// PASSERELLE_ATTACK names a folder.
struct LandlordTableExportTests {
    private static let folder = ProcessInfo.processInfo.environment["PASSERELLE_ATTACK"]

    private struct World: Encodable {
        let threshold: Int
        let groups: [[Line]]
    }

    private struct Line: Encodable {
        let truth: [String: Int]
        let shown: [String: Int]
    }

    @Test(.enabled(if: folder != nil))
    func `tables of landlords are written for the linear attacker`() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        let worlds = try (0..<400).map { try world(seed: UInt64($0)) }
        let file = folder.appendingPathComponent("landlords.json")
        try JSONEncoder().encode(worlds).write(to: file)
    }

    private func world(seed: UInt64) throws -> World {
        var random = SeededGenerator(seed: seed)
        let size = [25, 60, 200, 900][random.below(4)]
        let walkIns = [0, 2, 15][random.below(3)]
        let threshold = [5, 11][random.below(2)]
        let landlords = try (0..<(3 + random.below(10))).map {
            try PhaseOne.landlord("B\($0)")
        }
        let statements = try landlords.map { landlord in
            let isLate = random.below(5) == 0
            return try Statement(
                landlord: landlord,
                programme: "phase-1",
                cutoff: PhaseOne.date(PhaseOne.day - (isLate ? 2 : 0)),
                version: 1,
                counts: try Self.counts(size: size, walkIns: walkIns, &random)
            )
        }
        var register = StatementRegister()
        for statement in statements { register.insert(statement) }
        let bilan = try Bilan(
            register: register,
            programme: PhaseOne.programme(),
            expected: landlords,
            asOf: PhaseOne.date(PhaseOne.day),
            threshold: threshold
        )
        let lines = zip(bilan.lines, statements.sorted { $0.landlord.code < $1.landlord.code })
        let groups = try [true, false].map { isFresh in
            try lines.filter { $0.0.isFresh == isFresh }.map(Self.line)
        }
        return World(threshold: threshold, groups: groups.filter { !$0.isEmpty })
    }

    private static func counts(
        size: Int,
        walkIns: Int,
        _ random: inout SeededGenerator
    ) throws -> Counts {
        let identified = 1 + random.below(size)
        let registered = identified - random.below(identified / 3 + 1)
        let present = registered - random.below(registered / 4 + 1)
        let others = min(identified - present, walkIns == 0 ? 0 : random.below(walkIns + 1))
        return try Counts([
            .identified: identified, .registered: registered, .registeredPresent: present,
            .participants: present + others,
            .unknownToInstitutions: random.below((present + others) / 3 + 1),
        ])
    }

    private static func line(_ line: BilanLine, _ statement: Statement) throws -> Line {
        let truth = LandlordFigures.indicators.map { ($0.code, statement.counts[$0]) }
        let shown = (line.figures?.inOrder ?? []).map { ($0.code, $1) }
        return Line(
            truth: Dictionary(truth, uniquingKeysWith: { first, _ in first }),
            shown: Dictionary(shown, uniquingKeysWith: { first, _ in first })
        )
    }
}
