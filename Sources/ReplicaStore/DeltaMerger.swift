import BundleFormat
import Causality
import GRDB
import Records

/// Merges the rows of one delta into the store.
struct DeltaMerger {
    let database: Database
    let context: StoreContext
    let header: DeltaHeader
    /// What was seen before the delta.
    let known: VersionVector
    /// Whether the sender may still hold what was freed here.
    private let isBehind: Bool
    private let watch: ClockWatch
    private let past: ForkPast
    private let declared: DeclaredOnly

    init(
        _ database: Database,
        _ context: StoreContext,
        _ header: DeltaHeader,
        _ partition: PartitionKind
    ) throws {
        declared = DeclaredOnly(partition)
        self.database = database
        self.context = context
        self.header = header
        known = context.progress.vector
        isBehind = !header.target.covers(context.progress.purged)
        past = try ForkPast(database)
        for entry in header.target.entries { _ = context.progress.sites.register(entry.replica) }
        watch = ClockWatch(database, context)
    }

    private var base: VersionVector { header.base }

    func merge(_ reader: inout DeltaReader, _ application: inout Application) throws {
        var rows: RowStatements?
        var strangers: StrangerRows?
        var held = SnapshotRows(isWanted: header.isSnapshot && !known.isEmpty)
        var collection: String?
        while let block = try reader.nextBlock() {
            if block.collection != collection {
                collection = block.collection
                let layout = try? context.layout(named: block.collection)
                rows = try layout.map { try RowStatements(database, context, $0) }
                strangers = layout == nil ? StrangerRows(database, context, block.collection) : nil
                held.begin(block.collection)
            }
            try declared.check(block, rows?.layout)
            if block.rowCount >= TriggerSwitch.worthwhile {
                try context.triggers.silence(database, context.layouts)
            }
            held.note(block)
            watch.note(block, unseenBy: known)
            if let rows {
                try merge(block, rows, &application)
            } else if let strangers {
                for row in 0..<block.rowCount {
                    try merge(try block.row(row), strangers, &application)
                }
            }
        }
        application.rows += try held.releaseOthers(database, context, header, known)
        try watch.save()
    }

    /// Merges the plain rows of a block at once, the others one by one.
    private func merge(
        _ block: DeltaBlock,
        _ rows: RowStatements,
        _ application: inout Application
    ) throws {
        let canBePlain = past.isEmpty && !isBehind
        var plain = BlockMerger(block, rows, known: known, target: header.target)
        defer {
            rows.clearBindings()
            context.join = nil
        }
        try block.bytes.withUnsafeBytes { bytes in
            try block.ids.withUnsafeBytes { ids in
                for row in 0..<block.rowCount {
                    switch canBePlain ? try plain.merge(row, bytes, ids) : .left {
                    case .changed: application.rows += 1
                    case .unchanged: break
                    case .left: try merge(try block.row(row), rows, &application)
                    }
                }
            }
        }
        context.progress.digest?.add(plain.change)
    }

    private func merge(
        _ received: RowDelta,
        _ rows: RowStatements,
        _ application: inout Application
    ) throws {
        let theirs = past.filtered(received, base: base)
        try check(theirs.clock, rows.layout)
        guard try !rows.isErased(theirs.id) else {
            application.erased += 1
            return
        }
        let mine = try rows.clock(of: theirs.id.bytes)
        try ForkProof.check(mine.clock, theirs.clock)
        if mine.place == .nowhere {
            let gone = GoneRows(rows)
            let wasSeen = theirs.clock.entries.contains { known.covers($0.dot) }
            if wasSeen || isBehind {
                let values = try ReceivedValues(theirs, base: base, rows.layout)
                if !wasSeen {
                    try gone.takeTwin(theirs, values)
                    application.rows += 1
                } else if try gone.takeBack(theirs, values, known: known, target: header.target) {
                    application.rows += 1
                }
                return
            }
        }
        let joined = RowClock.join(mine.clock, seen: known, theirs.clock, seen: header.target)
        guard joined != mine.clock else { return }
        if mine.place != .nowhere,
            theirs.clock.entries.contains(where: { $0.isMark && !known.covers($0.dot) })
        {
            try GoneRows(rows).rescueOwn(theirs.id.bytes, mine.clock, joined, at: mine.place)
        }
        context.progress.digest?.replace(mine.clock, with: joined)
        application.rows += 1
        if mine.place == .table, isSettled(mine.clock), isSettled(joined),
            joined.fields.isSuperset(of: mine.clock.fields),
            let changes = changes(from: mine.clock, to: joined, theirs, rows.layout)
        {
            try rows.update(theirs.id.bytes, changes, joined)
            return
        }
        let values = try ReceivedValues(theirs, base: base, rows.layout)
        application.siblings += try RowMerger(rows, values, theirs.id.bytes, mine.place)
            .settle(mine.clock, joined)
    }

    /// A row of a collection that this version does not know.
    private func merge(
        _ theirs: RowDelta,
        _ rows: StrangerRows,
        _ application: inout Application
    ) throws {
        guard try !rows.isErased(theirs.id) else {
            application.erased += 1
            return
        }
        let mine = try rows.clock(of: theirs.id.bytes)
        let joined = RowClock.join(mine, seen: known, theirs.clock, seen: header.target)
        guard joined != mine else { return }
        context.progress.digest?.replace(mine, with: joined)
        application.rows += 1
        try rows.settle(
            theirs.id.bytes,
            joined,
            try ReceivedValues(theirs, base: base, nil)
        )
    }

    /// The fields whose version is new in `joined`, with their values, by ascending position.
    ///
    /// - Returns: The changes; nil where a value did not come or is not of its field's type.
    private func changes(
        from mine: RowClock,
        to joined: RowClock,
        _ theirs: RowDelta,
        _ layout: CollectionLayout
    ) -> [(position: Int, value: Value)]? {
        func new(_ dot: Dot, _ fields: FieldMask) -> FieldMask {
            fields.subtracting(mine.entry(dot)?.fields ?? []).content
        }
        var changes: [(position: Int, value: Value)] = []
        var next = 0
        for entry in theirs.clock.entries where theirs.isWhole || !base.covers(entry.dot) {
            let wanted = new(entry.dot, joined.entry(entry.dot)?.fields ?? [])
            for tag in entry.fields.tags {
                guard next < theirs.values.count, let position = layout.position(of: tag),
                    layout.fields[position].type.admits(theirs.values[next])
                else { return nil }
                if wanted.contains(.field(tag)) { changes.append((position, theirs.values[next])) }
                next += 1
            }
        }
        let count = joined.entries.reduce(0) {
            $0 + new($1.dot, $1.fields).rawValue.nonzeroBitCount
        }
        return changes.count == count ? changes.sorted { $0.position < $1.position } : nil
    }

    /// Whether each field has at most one version, and no deletion or element is about.
    private func isSettled(_ clock: RowClock) -> Bool {
        clock.entries.count == 1
            ? clock.entries[0].elements.isEmpty && !clock.entries[0].fields.contains(.deletion)
            : clock.contested.isEmpty && !clock.isMarkedDeleted
                && clock.entries.allSatisfy { $0.elements.isEmpty }
    }

    /// Refuses a clock that treats a field of one cell as one of many, or the reverse.
    private func check(_ clock: RowClock, _ layout: CollectionLayout) throws(ReplicaError) {
        let composite = layout.known.subtracting(layout.plain)
        let isSound =
            clock.fields.isDisjoint(with: composite)
            && clock.entries.allSatisfy { entry in
                entry.elements.allSatisfy { !layout.plain.contains(.field($0.tag)) }
            }
        guard isSound else {
            throw ReplicaError(
                .contradiction,
                "the bundle declares a field of ‘\(layout.name)’ otherwise than this version"
            )
        }
    }
}
