import Causality
import Records

/// All that was ever written into one row, by everybody, and which writes had seen which.
///
/// It is the specification: it knows what each transaction had seen, from the journal that travels
/// with the data, and nothing of clocks, dots or vectors.
final class RowHistory {
    private var versions: [Version] = []
    private var burials: [Burial] = []

    /// Whether the newer field was contested when an older version brought the row back: nothing
    /// tells which of its versions was.
    private(set) var isDoubtful = false

    var isEmpty: Bool { versions.isEmpty }

    func isKnown(_ seen: WriteSet) -> Bool { versions.contains { seen.contains($0.write) } }

    /// Whether some deletion saw a version, whatever became of the deletion.
    func wasDeleted(_ version: Version) -> Bool { burials.contains { $0.hasSeen(version) } }

    /// Whether some write and some deletion stand in a relation, given by their transactions.
    func hasRivals(_ areRivals: (_ written: Int, _ deleted: Int) -> Bool) -> Bool {
        burials.contains { burial in
            versions.contains { areRivals($0.write, burial.write) }
        }
    }

    /// What somebody holds who has seen those transactions.
    func view(_ seen: WriteSet, _ rule: DeleteRule) -> RowView {
        RowView(
            versions: versions.filter { $0.isLive(seen) },
            burials: burials.filter { $0.isLive(seen) },
            rule: rule
        )
    }

    /// Notes what a transaction did that had seen `seen`, and whose author was shown those plain
    /// values, by tag.
    func note(
        _ effect: Effect,
        by write: Int,
        _ author: [UInt8],
        seen: WriteSet,
        _ rule: DeleteRule,
        shown: [UInt8: Value]
    ) {
        var seen = seen
        seen.insert(write)
        let view = view(seen, rule)
        switch effect {
        case .insert(let values, let members, let counter):
            for version in view.versions { version.end(by: write) }
            for burial in view.burials { burial.end(by: write) }
            for tag in values.keys.sorted() {
                add(.field(tag), .value(values[tag] ?? .null), by: write)
            }
            for member in members { add(.member(member), .isMember, by: write) }
            if counter != 0 { addShare(author, counter, by: write, []) }
        case .delete:
            for burial in view.burials { burial.end(by: write) }
            burials.append(Burial(of: view.versions, by: write))
        case .set(let values):
            let cells = values.map { (Cell.field($0.key), Version.Content.value($0.value)) }
            restamp(view, besides: cells.map(\.0), by: write, shown)
            for (cell, content) in cells { replace(cell, content, by: write, view) }
        case .members(let added, let removed):
            restamp(view, besides: (added + removed).map(Cell.member), by: write, shown)
            for member in removed { end(.member(member), by: write, view) }
            for member in added { replace(.member(member), .isMember, by: write, view) }
        case .count(let change):
            restamp(view, besides: [.share(author)], by: write, shown)
            let old = view.versions.filter { $0.cell == .share(author) }
            for version in old { version.end(by: write) }
            addShare(author, change, by: write, old)
        }
    }

    /// A write to a row that carries a mark of deletion takes the mark away and brings back, as its
    /// own, what the author was shown; the other versions stay listed.
    private func restamp(
        _ view: RowView,
        besides named: [Cell],
        by write: Int,
        _ shown: [UInt8: Value]
    ) {
        guard !view.burials.isEmpty else { return }
        for burial in view.burials { burial.end(by: write) }
        var done: [Cell] = named
        for version in view.versions where !done.contains(version.cell) {
            done.append(version.cell)
            bringBack(version.cell, view, by: write, shown)
        }
    }

    private func bringBack(
        _ cell: Cell,
        _ view: RowView,
        by write: Int,
        _ shown: [UInt8: Value]
    ) {
        switch cell {
        case .member: replace(cell, .isMember, by: write, view)
        case .share:
            let (up, down) = view.share(cell)
            replace(cell, .share(up: up, down: down), by: write, view)
        case .field(let tag):
            let live = view.values(of: tag)
            if shown[tag] == nil, Set(live).count > 1 { isDoubtful = true }
            let content = Version.Content.value(shown[tag] ?? live.last ?? .null)
            for version in view.versions
            where version.cell == cell && version.content == content {
                version.end(by: write)
            }
            versions.append(Version(cell, content, by: write, isBroughtBack: true))
        }
    }

    private func addShare(
        _ author: [UInt8],
        _ change: Int64,
        by write: Int,
        _ old: [Version]
    ) {
        let (up, down) = RowView.merged(old)
        add(
            .share(author),
            .share(
                up: up + (change > 0 ? change.magnitude : 0),
                down: down + (change < 0 ? change.magnitude : 0)
            ),
            by: write
        )
    }

    private func replace(
        _ cell: Cell,
        _ content: Version.Content,
        by write: Int,
        _ view: RowView
    ) {
        end(cell, by: write, view)
        add(cell, content, by: write)
    }

    private func end(_ cell: Cell, by write: Int, _ view: RowView) {
        for version in view.versions where version.cell == cell { version.end(by: write) }
    }

    private func add(_ cell: Cell, _ content: Version.Content, by write: Int) {
        versions.append(Version(cell, content, by: write))
    }
}
