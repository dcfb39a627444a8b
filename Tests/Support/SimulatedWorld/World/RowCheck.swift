import Causality
import Records
import ReplicaStore

/// Holds one row of one replica against what the specification says.
struct RowCheck {
    private let laptop: Int
    private let release: PersonSchema.Release
    private let isDoubtful: Bool
    private let id: RecordID
    private let view: RowView

    /// Prepares to check a row; nothing is said of the newer field of a doubtful one.
    init(_ laptop: Laptop, _ id: RecordID, _ view: RowView, isDoubtful: Bool) {
        self.laptop = laptop.number
        release = laptop.release
        self.isDoubtful = isDoubtful
        self.id = id
        self.view = view
    }

    func check(_ shown: Editor.Shown?, _ inbox: [Conflict]) throws {
        guard view.isVisible == (shown != nil) else {
            throw violation(view.isVisible ? "is gone" : "came back")
        }
        guard let shown else { return }
        for (tag, name) in PersonSchema.plain(release)
        where !isDoubtful || tag != PersonSchema.email {
            let value = shown.plain[tag] ?? .null
            try check(tag, name, value)
            guard tag != PersonSchema.markedAt else { continue }
            try check(tag, name, value, inbox.first { $0.field == name })
        }
        guard TextSet.column(shown.members) == TextSet.column(view.members) else {
            throw violation("holds the members \(shown.members), not \(view.members)")
        }
        guard shown.visits == view.counter else {
            throw violation("counts \(shown.visits ?? 0), not \(view.counter ?? 0)")
        }
    }

    /// What is shown is a live value, of the highest rank there is.
    private func check(_ tag: UInt8, _ name: String, _ value: Value) throws {
        let live = view.values(of: tag)
        guard live.isEmpty ? value == .null : live.contains(value) else {
            throw violation("shows \(value) in \(name), not one of \(live)")
        }
        guard tag != PersonSchema.markedAt else { return }
        let ranks = live.map { PersonSchema.rank(tag, $0) }
        guard ranks.allSatisfy({ $0 <= PersonSchema.rank(tag, value) }) else {
            throw violation("shows \(value) in \(name), of a lower rank than \(live)")
        }
    }

    /// What is not shown is listed, and nothing else is.
    private func check(_ tag: UInt8, _ name: String, _ value: Value, _ line: Conflict?) throws {
        let others = Set(view.values(of: tag)).subtracting([value])
        let listed = Set(line?.others.map(\.value) ?? []).subtracting([value])
        guard listed == others else {
            throw violation("lists \(listed.count) versions of \(name), not \(others.count)")
        }
    }

    private func violation(_ what: String) -> Violation {
        Violation(.specification, "row \(id.description.prefix(8)) on laptop \(laptop) \(what)")
    }
}
