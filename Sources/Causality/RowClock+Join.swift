extension RowClock {
    /// Joins two clocks of the same row: causality decides, no clock is read.
    ///
    /// A version of mine stays unless the sender has seen it and no longer holds it; a version of
    /// theirs is taken unless I have seen it and no longer hold it. The join is commutative,
    /// associative and idempotent (with the contexts swapped, or joined, alike).
    ///
    /// - Parameters:
    ///   - mine: The clock held here.
    ///   - myContext: All that this replica has seen.
    ///   - theirs: The clock received.
    ///   - theirContext: All that the sender had seen.
    /// - Returns: What both sides hold of the row once each has seen what the other has.
    /// - Complexity: O(m·n) in the numbers of live writes, which are nearly always 1 or 2.
    package static func join(
        _ mine: RowClock,
        seen myContext: VersionVector,
        _ theirs: RowClock,
        seen theirContext: VersionVector
    ) -> RowClock {
        var joined: [ClockEntry] = []
        joined.reserveCapacity(mine.entries.count + theirs.entries.count)
        for entry in mine.entries {
            let kept = entry.survivors(against: theirs.entry(entry.dot), theirContext, myContext)
            if !kept.isSpent { joined.append(kept) }
        }
        for entry in theirs.entries
        where mine.entry(entry.dot) == nil && !myContext.covers(entry.dot) {
            joined.append(entry)
        }
        joined.sort { $0.dot < $1.dot }
        return RowClock(sorted: joined)
    }
}

extension ClockEntry {
    /// What is left of this write when the other side holds `other` of it, or nothing.
    fileprivate func survivors(
        against other: ClockEntry?,
        _ theirContext: VersionVector,
        _ myContext: VersionVector
    ) -> ClockEntry {
        let knownToThem = theirContext.covers(dot)
        guard let other else {
            return knownToThem ? restricted(to: [], elements: []) : self
        }
        guard other != self else { return self }
        let knownToMe = myContext.covers(dot)
        var fields = self.fields.intersection(other.fields)
        if !knownToThem { fields.formUnion(self.fields.subtracting(other.fields)) }
        if !knownToMe { fields.formUnion(other.fields.subtracting(self.fields)) }
        var kept = elements.filter { mine in
            !knownToThem || other.elements.contains { $0.isSameCell(as: mine) }
        }
        if !knownToMe {
            kept += other.elements.filter { theirs in
                !elements.contains { $0.isSameCell(as: theirs) }
            }
            kept.sort()
        }
        return ClockEntry(
            dot: dot,
            time: time,
            fields: fields,
            elements: kept,
            buried: fields.contains(.deletion) ? (buried.isEmpty ? other.buried : buried) : []
        )
    }
}
