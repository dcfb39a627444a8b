import Foundation
import Statistics
import Testing

/// Writes releases for Tests/Statistics/attack.py, where PASSERELLE_ATTACK names a folder.
struct AttackExportTests {
    private static let folder = ProcessInfo.processInfo.environment["PASSERELLE_ATTACK"]

    @Test(.enabled(if: folder != nil))
    func `releases are written for the linear attacker`() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        var region = try InventedRegion(landlords: 8, persons: 260, seed: 5)
        var ledger = try ReleaseLedger(policy: try InventedRegion.policy())
        for night in 1...60 {
            _ = try ledger.release(try region.statements(), cutoff: try region.cutoff())
            let release = try #require(ledger.kept.last)
            if [1, 20, 40, 60].contains(night) {
                let leaves = Set(
                    try region.landlords.flatMap { try $0.stock.places[.territory] ?? [] }
                )
                try write(release, leaves, to: folder.appendingPathComponent("night-\(night).json"))
            }
            try region.pass()
        }
    }

    private func write(_ release: Release, _ territories: Set<NodePath>, to file: URL) throws {
        let tables = release.tables.map { String(decoding: $0.canonicalBytes, as: UTF8.self) }
        let variables = Catalogue.current.variables.map { variable in
            let steps = variable.steps.map { step in
                let groups = variable.categories.indices.map { "\"\(step.group(ofCategory: $0))\"" }
                return "[" + groups.joined(separator: ",") + "]"
            }
            let categories = variable.categories.map { "\"\($0)\"" }.joined(separator: ",")
            return "\"\(variable.code)\":{\"categories\":[\(categories)],\"steps\":["
                + steps.joined(separator: ",") + "]}"
        }
        let leaves = [("territory", Array(territories)), ("age", Axis.age.listedLeaves ?? [])]
            .map { axis, leaves in
                "\"\(axis)\":[" + leaves.sorted().map { "\"\($0.text)\"" }.joined(separator: ",")
                    + "]"
            }
        let text =
            "{\"threshold\":11,\"number\":\(release.number),\"leaves\":{"
            + leaves.joined(separator: ",")
            + "},\"variables\":{" + variables.joined(separator: ",") + "},\"tables\":["
            + tables.joined(separator: ",") + "]}"
        try Data(text.utf8).write(to: file)
    }
}
