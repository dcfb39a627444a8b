extension RowClock {
    /// Notes a local write of fields: it has seen every version held here, so it replaces them.
    ///
    /// Writing to a row that carries a mark of deletion stamps all of its content anew and takes the
    /// mark away: another replica may already have freed the old values, and a row comes back whole
    /// or not at all.
    package mutating func stamp(_ fields: FieldMask, dot: Dot, time: HybridTime) {
        stamp(fields, adding: [], removing: [], dot: dot, time: time)
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
        time: HybridTime
    ) {
        var written = fields.union(.row)
        var members = added
        if self.fields.contains(.deletion) {
            let settled = content(besides: removed + added)
            written.formUnion(settled.fields)
            members += settled.elements
            replaceEntries([])
        }
        var kept: [ClockEntry] = []
        kept.reserveCapacity(entries.count + 1)
        for var entry in entries {
            if entry.dot == dot {
                // The same write again, now with its elements: it stays one entry.
                written.formUnion(entry.fields)
                members += entry.elements.filter { old in
                    !(added + removed).contains { $0.isSameCell(as: old) }
                }
                continue
            }
            entry.fields.subtract(written)
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
