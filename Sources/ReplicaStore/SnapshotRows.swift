import BundleFormat
import Causality
import GRDB
import Records

/// The rows of a snapshot, remembered so that what is held here and not there can be let go: the
/// sender tells all that it holds.
struct SnapshotRows {
    private let isWanted: Bool
    private var collection = ""
    private var ids: [String: Set<RecordID>] = [:]

    init(isWanted: Bool) { self.isWanted = isWanted }

    mutating func begin(_ collection: String) { self.collection = collection }

    mutating func note(_ block: DeltaBlock) {
        guard isWanted else { return }
        for start in stride(from: 0, to: block.ids.count, by: 16) {
            guard let id = RecordID(bytes: block.ids[start..<start + 16]) else { continue }
            ids[collection, default: []].insert(id)
        }
    }

    /// Lets go of the rows held here that the sender has freed; how many changed.
    func releaseOthers(
        _ database: Database,
        _ context: StoreContext,
        _ header: DeltaHeader,
        _ known: VersionVector
    ) throws -> Int {
        guard isWanted else { return 0 }
        // Whoever has not seen all that was freed may hold a twin of it, which the sender has not seen.
        let isBehind = !known.covers(header.freed)
        var released = 0
        for layout in context.layouts {
            let rows = try RowStatements(database, context, layout)
            let theirs = ids[layout.name] ?? []
            for id in try rows.ids() where !theirs.contains(id) {
                let gone = GoneRows(rows)
                if try gone.release(id.bytes, target: header.target, isBehind: isBehind) {
                    released += 1
                } else if isBehind {
                    try gone.keepTwin(id.bytes)
                }
            }
        }
        return released
    }
}
