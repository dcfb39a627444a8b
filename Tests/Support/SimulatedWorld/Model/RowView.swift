import Causality
import Records

/// What the specification says that a replica shows of one row.
struct RowView {
    let versions: [Version]
    let burials: [Burial]
    let rule: DeleteRule

    /// Whether the row stands in its table.
    var isVisible: Bool {
        if versions.isEmpty { return false }
        if burials.isEmpty { return true }
        return rule == .editWins
            && versions.contains { version in !burials.contains { $0.hasSeen(version) } }
    }

    /// The live values of a plain field, in the order in which they were written.
    func values(of tag: UInt8) -> [Value] {
        versions.compactMap { version in
            guard version.cell == .field(tag), case .value(let value) = version.content else {
                return nil
            }
            return value
        }
    }

    var members: [String] {
        versions.compactMap { version in
            if case .member(let member) = version.cell { member } else { nil }
        }
    }

    /// The counter, nil where nobody moved it.
    var counter: Int64? {
        var done: [Cell] = []
        var sum: Int64?
        for version in versions {
            guard case .share = version.cell, !done.contains(version.cell) else { continue }
            done.append(version.cell)
            let (up, down) = share(version.cell)
            sum = (sum ?? 0) + Int64(up) - Int64(down)
        }
        return sum
    }

    func share(_ cell: Cell) -> (up: UInt64, down: UInt64) {
        Self.merged(versions.filter { $0.cell == cell })
    }

    /// Shares only grow: of two versions of one, the greater sums count.
    static func merged(_ versions: [Version]) -> (up: UInt64, down: UInt64) {
        versions.reduce((0, 0)) { sums, version in
            guard case .share(let up, let down) = version.content else { return sums }
            return (max(sums.0, up), max(sums.1, down))
        }
    }
}
