import BundleFormat
import Causality
import GRDB
import Records

/// Merges the rows of one delta into the store.
struct DeltaMerger {
    let database: Database
    let context: StoreContext
    let base: VersionVector
    let target: VersionVector
    /// What was seen before the delta.
    let known: VersionVector
    private let past: ForkPast

    init(
        _ database: Database,
        _ context: StoreContext,
        base: VersionVector,
        target: VersionVector
    ) throws {
        self.database = database
        self.context = context
        self.base = base
        self.target = target
        known = context.progress.vector
        past = try ForkPast(database)
        for entry in target.entries { _ = context.progress.sites.register(entry.replica) }
    }

    func merge(_ reader: inout DeltaReader, _ application: inout Application) throws {
        var rows: RowStatements?
        while let step = try reader.next() {
            switch step {
            case .collection(let name):
                guard let layout = try? context.layout(named: name) else {
                    throw ReplicaError(
                        .unknownField,
                        "the bundle holds ‘\(name)’, unknown to this version: update the software"
                    )
                }
                rows = try RowStatements(database, context, layout)
            case .row(let row):
                guard let rows else { throw ReplicaError(.badBundle, "a row of no collection") }
                try merge(row, rows, &application)
            }
        }
    }

    private func merge(
        _ received: RowDelta,
        _ rows: RowStatements,
        _ application: inout Application
    ) throws {
        let theirs = past.filtered(received, base: base)
        try check(theirs.clock, rows.layout)
        if let values = freshValues(theirs, rows),
            try rows.insert(theirs.id.bytes, values, theirs.clock, ifAbsent: true)
        {
            application.rows += 1
            return
        }
        let mine = try rows.clock(of: theirs.id.bytes)
        try ForkProof.check(mine.clock, theirs.clock)
        let joined = RowClock.join(mine.clock, seen: known, theirs.clock, seen: target)
        guard joined != mine.clock else { return }
        application.rows += 1
        if mine.place == .table, isSettled(mine.clock), isSettled(joined),
            let changes = changes(from: mine.clock, to: joined, theirs, rows.layout)
        {
            try rows.update(theirs.id.bytes, changes, joined)
            return
        }
        let values = try ReceivedValues(theirs, base: base, rows.layout)
        application.siblings += try RowMerger(rows, values, theirs.id.bytes, mine.place)
            .settle(mine.clock, joined)
    }

    /// The column values of a row that nothing here can know of, nil where that is not certain.
    private func freshValues(_ row: RowDelta, _ rows: RowStatements) -> [Value]? {
        guard !rows.hasGraves, row.clock.entries.count == 1, let entry = row.clock.entries.first,
            !known.covers(entry.dot), entry.elements.isEmpty, !entry.fields.contains(.deletion)
        else { return nil }
        var values = [Value](repeating: .null, count: rows.layout.fields.count)
        for (index, tag) in entry.fields.tags.enumerated() {
            guard let position = rows.layout.position(of: tag),
                rows.layout.fields[position].type.admits(row.values[index])
            else { return nil }
            values[position] = row.values[index]
        }
        return values
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
        for entry in theirs.clock.entries where !base.covers(entry.dot) {
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

    private func check(_ clock: RowClock, _ layout: CollectionLayout) throws {
        guard clock.fields.content.subtracting(layout.plain).isEmpty,
            clock.entries.allSatisfy({ entry in
                entry.elements.allSatisfy { element in
                    layout.position(of: element.tag)
                        .map { layout.fields[$0].rule.isComposite } ?? false
                }
            })
        else {
            throw ReplicaError(
                .unknownField,
                "the bundle holds a field of ‘\(layout.name)’ unknown to this version: update it"
            )
        }
    }
}
