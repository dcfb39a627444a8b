extension RowClock {
    /// Notes a local write of fields: it has seen every version held here, so it replaces them.
    ///
    /// Writing to a row that carries a mark of deletion stamps all that it shows anew and takes the
    /// mark away: another replica may already have freed the old values, and a row comes back whole
    /// or not at all. What is set aside in other fields stays so.
    ///
    /// - Parameters:
    ///   - fields: The fields written.
    ///   - dot: The name of the write.
    ///   - time: When it was made, by the clock of its replica.
    ///   - aside: The versions that are not shown, where the caller knows better than ``winner(of:)``.
    package mutating func stamp(
        _ fields: FieldMask,
        dot: Dot,
        time: HybridTime,
        sparing aside: [Dot: FieldMask]? = nil
    ) {
        stamp(fields, adding: [], removing: [], dot: dot, time: time, sparing: aside)
    }

    /// Notes a local write of fields and of elements.
    ///
    /// Members added, and shares with their new sums, replace the versions held; of a member removed
    /// the versions held go, and nothing takes their place.
    package mutating func stamp(
        _ fields: FieldMask,
        adding added: [Element],
        removing removed: [Element],
        dot: Dot,
        time: HybridTime,
        sparing aside: [Dot: FieldMask]? = nil
    ) {
        let replaced = fields.union(.row)
        var written = replaced
        var members = added
        var time = time
        if self.fields.contains(.deletion) {
            let settled = content(besides: removed + added)
            written.formUnion(settled.fields)
            members += settled.elements
            time = comeBack(fields, sparing: aside ?? losers, notBefore: time)
        }
        var kept: [ClockEntry] = []
        kept.reserveCapacity(entries.count + 1)
        for var entry in entries {
            if entry.dot == dot {
                // The same write again, now with its elements: it stays one entry.
                written.formUnion(entry.fields)
                time = max(time, entry.time)
                members += entry.elements.filter { old in
                    !(added + removed).contains { $0.isSameCell(as: old) }
                }
                continue
            }
            entry.fields.subtract(replaced)
            if !entry.elements.isEmpty {
                entry.elements.removeAll { old in
                    added.contains { $0.isSameCell(as: old) }
                        || removed.contains { $0.isSameCell(as: old) }
                }
            }
            if !entry.isSpent { kept.append(entry) }
        }
        kept.append(ClockEntry(dot: dot, time: time, fields: written, elements: members.sorted()))
        if kept.count > 1 { kept.sort { $0.dot < $1.dot } }
        replaceEntries(kept)
    }

    /// Notes that the row is here, and nothing of its content: whoever takes the mark takes away the
    /// deletions that it has seen.
    package mutating func mark(dot: Dot, time: HybridTime) {
        replaceEntries(
            (entries + [ClockEntry(dot: dot, time: time, fields: .row)]).sorted { $0.dot < $1.dot }
        )
    }

    /// Notes a local deletion: a mark over the content seen here, which stays until it is freed.
    package mutating func bury(dot: Dot, time: HybridTime) {
        let seen = entries.filter(\.hasContent).map(\.dot)
        var kept = entries
        for index in kept.indices { kept[index].fields.subtract([.row, .deletion]) }
        for index in kept.indices { kept[index].buried = [] }
        kept.removeAll(where: \.isSpent)
        kept.append(
            ClockEntry(dot: dot, time: time, fields: [.row, .deletion], buried: seen)
        )
        kept.sort { $0.dot < $1.dot }
        replaceEntries(kept)
    }

    /// Leaves of a deleted row only what is set aside in fields other than those written.
    ///
    /// - Returns: The time of the write that brings the row back: later than each version which it
    ///   stands in for, so that it goes on winning over those set aside.
    private mutating func comeBack(
        _ fields: FieldMask,
        sparing aside: [Dot: FieldMask],
        notBefore earliest: HybridTime
    ) -> HybridTime {
        let contested = contested.subtracting(fields)
        var time = earliest
        var kept: [ClockEntry] = []
        for entry in entries {
            let spared = entry.fields.intersection(contested).intersection(aside[entry.dot] ?? [])
            if !spared.isEmpty { kept.append(entry.restricted(to: spared, elements: [])) }
            let shown = entry.fields.intersection(contested).subtracting(spared)
            if !shown.isEmpty, time <= entry.time, entry.time.rawValue < .max {
                time = HybridTime(rawValue: entry.time.rawValue + 1)
            }
        }
        replaceEntries(kept)
        return time
    }

    /// The versions of each contested field that lose by time.
    private var losers: [Dot: FieldMask] {
        contested.tags.reduce(into: [:]) { losers, tag in
            for entry in versions(of: tag).dropLast() {
                losers[entry.dot, default: []].insert(.field(tag))
            }
        }
    }

    /// All fields, and the elements other than those named: each once, a share at its greatest.
    private func content(besides named: [Element]) -> (fields: FieldMask, elements: [Element]) {
        var elements: [Element] = []
        for element in entries.flatMap(\.elements)
        where !named.contains(where: { $0.isSameCell(as: element) }) {
            if let index = elements.firstIndex(where: { $0.isSameCell(as: element) }) {
                elements[index] = elements[index].merged(with: element)
            } else {
                elements.append(element)
            }
        }
        return (fields.content, elements)
    }
}
