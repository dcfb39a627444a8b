import Causality
import Records

/// Brings one row to its joined clock in the general case: concurrent versions, elements, deletions.
struct RowMerger {
    private let rows: RowStatements
    private let received: ReceivedValues
    private let id: [UInt8]
    private let place: RowStatements.Place
    private let siblings: Siblings

    init(
        _ rows: RowStatements,
        _ received: ReceivedValues,
        _ id: [UInt8],
        _ place: RowStatements.Place
    ) {
        self.rows = rows
        self.received = received
        self.id = id
        self.place = place
        siblings = Siblings(rows.database, rows.context)
    }

    /// Writes the row that `joined` describes; how many versions were newly set aside.
    func settle(_ mine: RowClock, _ joined: RowClock) throws -> Int {
        let held = try rows.values(of: id, at: place)
        let hidden = mine.contested.isEmpty ? [:] : try siblings.of(id, in: rows.layout)
        var values = [Value](repeating: .null, count: rows.layout.fields.count)
        var losers: [Siblings.Key: Value] = [:]
        var shownDots: [String: Dot] = [:]
        for position in rows.layout.mergeOrder {
            let field = rows.layout.fields[position]
            guard !field.rule.isComposite else {
                values[position] = rows.layout.column(of: field, in: joined)
                continue
            }
            let versions = try joined.versions(of: field.tag).map { entry in
                (entry.dot, try value(field, entry, mine, held[position], hidden))
            }
            let shown = Self.shown(versions, field.rule, shownDots)
            shownDots[field.name] = shown.map { versions[$0].0 }
            values[position] = shown.map { versions[$0].1 } ?? .null
            for (index, version) in versions.enumerated() where index != shown {
                losers[Siblings.Key(tag: field.tag, dot: version.0)] = version.1
            }
        }
        try keepUnknown(mine, joined)
        try write(values, joined)
        if mine.isMarkedDeleted || joined.isMarkedDeleted {
            try Revivals(rows.database, rows.context).settle(id, joined, in: rows.layout)
        }
        return try replace(hidden, with: losers, joined)
    }

    /// Keeps every live version of the fields that this version does not know.
    private func keepUnknown(_ mine: RowClock, _ joined: RowClock) throws {
        let (layout, context) = (rows.layout, rows.context)
        let unknown = UnknownValues(rows.database, context)
        guard !mine.fields.union(joined.fields).content.subtracting(layout.known).isEmpty else {
            return
        }
        let held = try unknown.of(id, in: layout.name)
        var kept: [UnknownValues.Key: Value] = [:]
        for entry in joined.entries {
            for tag in entry.fields.content.subtracting(layout.known).tags {
                let key = UnknownValues.Key(tag: tag, dot: entry.dot)
                guard let value = received[tag, entry.dot] ?? held[key] else {
                    throw ReplicaError(
                        .contradiction,
                        "the bundle names a version in ‘\(layout.name)’ without a value"
                    )
                }
                kept[key] = value
            }
        }
        try unknown.replace(held, with: kept, of: id, in: layout.name)
    }

    /// Which of the versions, the latest last, is shown: the one written with the shown version of
    /// the field's leader, or the one of the highest rank, or the latest.
    static func shown(
        _ versions: [(dot: Dot, value: Value)],
        _ rule: MergeRule,
        _ shownDots: [String: Dot]
    ) -> Int? {
        if let leader = rule.leader, let dot = shownDots[leader],
            let index = versions.firstIndex(where: { $0.dot == dot })
        {
            return index
        }
        return versions.indices.max {
            (rule.rank(of: versions[$0].value), $0) < (rule.rank(of: versions[$1].value), $1)
        }
    }

    /// What a live version holds: it came with the delta, or it is held here, shown or set aside.
    private func value(
        _ field: Field,
        _ entry: ClockEntry,
        _ mine: RowClock,
        _ shown: Value,
        _ hidden: [Siblings.Key: Value]
    ) throws -> Value {
        if let value = received[field.tag, entry.dot] { return value }
        if let value = hidden[Siblings.Key(tag: field.tag, dot: entry.dot)] { return value }
        guard mine.entry(entry.dot)?.fields.contains(.field(field.tag)) == true else {
            throw ReplicaError(
                .contradiction,
                "the bundle names a version of ‘\(rows.layout.name).\(field.name)’ without a value"
            )
        }
        return shown
    }

    private func write(_ values: [Value], _ joined: RowClock) throws {
        let isVisible =
            !joined.entries.isEmpty
            && joined.isVisible(under: rows.layout.collection.deleteRule)
        if isVisible, place == .table {
            try rows.update(id, values.enumerated().map { ($0, $1) }, joined)
            return
        }
        try rows.remove(id, from: place)
        if joined.entries.isEmpty { return }
        if isVisible {
            try rows.insert(id, values, joined)
        } else {
            try rows.bury(id, values, joined)
        }
    }

    private func replace(
        _ old: [Siblings.Key: Value],
        with new: [Siblings.Key: Value],
        _ joined: RowClock
    ) throws -> Int {
        for key in old.keys where new[key] == nil {
            try siblings.remove(key, of: id, in: rows.layout)
        }
        for (key, value) in new where old[key] == nil {
            let time = joined.entry(key.dot)?.time.milliseconds ?? 0
            try siblings.insert(key, value, at: time, of: id, in: rows.layout)
        }
        return new.keys.filter { old[$0] == nil }.count
    }
}
