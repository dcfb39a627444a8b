/// What a row knows about its own writes: for every cell, the write or the concurrent writes that
/// are its live versions.
///
/// A cell with one version is settled. A cell with several is *contested*: the writes are truly
/// concurrent, ``winner(of:)`` is shown, and the others are kept until somebody writes again. (The
/// dotted version vector set of Gonçalves, Almeida, Baquero, Fonte, "DottedDB", 2017, with one
/// context for the whole replica.)
package struct RowClock: Hashable, Sendable {
    /// The live writes, sorted by dot, none spent, no dot twice.
    package private(set) var entries: [ClockEntry]

    package init() { entries = [] }

    /// Creates the clock of a fresh row, all of whose fields were written at once.
    package init(fresh entry: ClockEntry) { entries = [entry] }

    /// Creates a clock from entries in any order; spent ones are left out.
    ///
    /// Returns nil where a dot stands twice: no honest sender writes that.
    package init?(_ unordered: [ClockEntry]) {
        var entries = unordered
        entries.removeAll(where: \.isSpent)
        if entries.count > 1 {
            entries.sort { $0.dot < $1.dot }
            for index in 1..<entries.count where entries[index - 1].dot == entries[index].dot {
                return nil
            }
        }
        self.entries = entries
    }

    init(sorted entries: [ClockEntry]) { self.entries = entries }

    /// The one write of this row named `dot`, if it is alive.
    package func entry(_ dot: Dot) -> ClockEntry? { entries.first { $0.dot == dot } }

    /// The fields that have a live version.
    package var fields: FieldMask { entries.reduce(into: []) { $0.formUnion($1.fields) } }

    /// The fields that have more than one live version.
    package var contested: FieldMask {
        var once = FieldMask()
        var twice = FieldMask()
        for entry in entries {
            twice.formUnion(once.intersection(entry.fields))
            once.formUnion(entry.fields)
        }
        return twice.content
    }

    /// The live versions of a field, the winner last.
    package func versions(of tag: UInt8) -> [ClockEntry] {
        entries.filter { $0.fields.contains(.field(tag)) }.sorted(by: ClockEntry.precedes)
    }

    /// The version of a field that is shown: the greatest by (time, replica, counter).
    package func winner(of tag: UInt8) -> ClockEntry? {
        var best: ClockEntry?
        for entry in entries where entry.fields.contains(.field(tag)) {
            guard let current = best else {
                best = entry
                continue
            }
            if ClockEntry.precedes(current, entry) { best = entry }
        }
        return best
    }

    /// The live members or shares of a field, each cell once per live version, sorted.
    package func elements(of tag: UInt8) -> [Element] {
        entries.flatMap { $0.elements.filter { $0.tag == tag } }.sorted()
    }

    package mutating func replaceEntries(_ sorted: [ClockEntry]) { entries = sorted }
}
