import Causality
import GRDB
import Records

extension StoreVerifier {
    /// Each value of a field that this version does not know is of a live write of a row, and each
    /// such write has its value: without it the row could not be sent on.
    mutating func checkUnknownValues() throws {
        try checkStrayValues()
        for layout in context.layouts {
            try forEachClock(of: layout) { verifier, row, clock in
                let content = clock.fields.content
                guard !layout.known.isSuperset(of: content) else { return }
                try verifier.checkValues(clock, row, sparing: layout.known)
            }
        }
        let strangers = try RawStatement(
            database,
            "SELECT collection, id, clock FROM passerelle_stranger"
        )
        while try strangers.step() {
            guard let id = RecordID(bytes: strangers.bytes(1)),
                let clock = try? context.decode(strangers.bytes(2))
            else { continue }
            try checkValues(clock, RowName(strangers.text(0), id), sparing: [])
        }
    }

    private mutating func checkValues(
        _ clock: RowClock,
        _ row: RowName,
        sparing known: FieldMask
    ) throws {
        let values = try UnknownValues(database, context).of(row.id.bytes, in: row.collection)
        for entry in clock.entries {
            for tag in entry.fields.content.subtracting(known).tags
            where values[UnknownValues.Key(tag: tag, dot: entry.dot)] == nil {
                report.add(.unknown, row, "the value of unknown field \(tag) is missing")
            }
        }
    }

    private mutating func checkStrayValues() throws {
        let values = try RawStatement(
            database,
            "SELECT collection, id, tag, place, counter FROM passerelle_unknown"
        )
        while try values.step() {
            guard let id = RecordID(bytes: values.bytes(1)) else { continue }
            let row = RowName(values.text(0), id)
            let tag = UInt8(clamping: values.integer(2))
            let replica = context.progress.sites.replica(at: Int(values.integer(3)))
            let counter = UInt64(bitPattern: values.integer(4))
            let isLive = try keptClock(of: row).entries.contains { entry in
                entry.dot.replica == replica && entry.dot.counter == counter
                    && entry.fields.contains(.field(tag))
            }
            if !isLive {
                report.add(.unknown, row, "a value of unknown field \(tag) is of no live write")
            }
        }
    }

    /// The clock of a row, of a known collection or not; an empty one where it is not there.
    private func keptClock(of row: RowName) throws -> RowClock {
        if let layout = try? context.layout(named: row.collection) {
            let (clock, place) = try RowStatements(database, context, layout)
                .clock(of: row.id.bytes)
            if place != .nowhere { return clock }
        }
        return try StrangerRows(database, context, row.collection).clock(of: row.id.bytes)
    }
}
