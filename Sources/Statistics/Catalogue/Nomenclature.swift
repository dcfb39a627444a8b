/// The places that exist: the region's lists as the reader of a statement has them.
package struct Nomenclature: Sendable {
    private let nodes: [Axis: Set<NodePath>]

    /// Takes the leaves of the axes that a list gives: territories and priority neighbourhoods.
    package init(leaves: [Axis: [NodePath]]) {
        var nodes = leaves.mapValues { Set($0.flatMap(\.upwards)) }
        for axis in Axis.allCases {
            if let listed = axis.listedLeaves { nodes[axis] = Set(listed.flatMap(\.upwards)) }
        }
        self.nodes = nodes
    }

    /// Whether the place exists on the axis, whatever its level.
    package func admits(_ path: NodePath, on axis: Axis) -> Bool {
        axis == .month ? Self.isMonth(path) : nodes[axis]?.contains(path) ?? path.codes.isEmpty
    }

    /// « 2026/2026-Q1/2026-01 », or the first codes of it.
    private static func isMonth(_ path: NodePath) -> Bool {
        guard let deepest = path.codes.last else { return true }
        switch path.depth {
        case 1: return UTCDay(iso: deepest + "-01-01") != nil
        case 2: return path == quarter(deepest)
        case 3: return UTCDay(iso: deepest + "-01").map { path == month(of: $0) } ?? false
        default: return false
        }
    }

    private static func quarter(_ code: String) -> NodePath? {
        let parts = code.split(separator: "-Q", omittingEmptySubsequences: false)
        guard parts.count == 2, ["1", "2", "3", "4"].contains(parts[1]),
            UTCDay(iso: parts[0] + "-01-01") != nil
        else { return nil }
        return NodePath(unchecked: [String(parts[0]), code])
    }

    /// The place of a day's month.
    package static func month(of day: UTCDay) -> NodePath {
        let (year, month, _) = day.civil
        let text = FrenchText.padded(year, to: 4)
        return NodePath(unchecked: [
            text, "\(text)-Q\((month + 2) / 3)", "\(text)-\(FrenchText.padded(month, to: 2))",
        ])
    }
}
