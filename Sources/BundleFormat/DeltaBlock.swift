import Causality
import Records

/// Some rows of one collection, decoded and found sound, their texts and blobs left in one buffer.
package struct DeltaBlock: Sendable {
    /// One live write of a row.
    package struct Entry: Hashable, Sendable {
        /// The place of its replica in ``DeltaBlock/replicas``.
        package let place: Int
        package let counter: UInt64
        package let time: HybridTime
        package let fields: FieldMask
        /// The place of its first value in ``DeltaBlock/values``, -1 where its values stay behind.
        package var firstValue = -1
    }

    package let collection: String
    /// The replicas that the places of entries mean, ascending.
    package let replicas: [ReplicaID]
    /// What the ranges of values point into.
    package let bytes: [UInt8]
    /// The identities, sixteen bytes a row, ascending.
    package let ids: [UInt8]
    /// The writes of all rows, those of a row by ascending dot.
    package let entries: [Entry]
    /// Where the writes of each row begin in `entries`, and after the last row their count.
    package let firstEntries: [Int]
    /// Whether each row travels whole; empty where none does.
    package let wholes: [Bool]
    /// The elements of each entry; empty where there are none at all.
    package let elements: [[Element]]
    /// The buried writes of each entry; empty where no entry is a deletion.
    package let buried: [[Dot]]
    /// The values that travel, those of a row together, in the order of its writes and their tags.
    package let values: [ValueSlice]
    /// What the rows weigh together; see ``DeltaLimits``.
    let weight: Int

    package var rowCount: Int { firstEntries.count - 1 }

    /// Whether no row has elements or is deleted.
    package var isPlain: Bool { elements.isEmpty && buried.isEmpty }

    /// Whether another block of the collection may follow.
    var isFull: Bool {
        rowCount >= DeltaLimits.blockRows || weight >= DeltaLimits.blockWeight
    }
}

extension DeltaBlock {
    /// One row, copied out of the block.
    package func row(_ index: Int) throws(FormatFailure) -> RowDelta {
        guard let id = RecordID(bytes: ids[index * 16..<index * 16 + 16]) else { throw .truncated }
        return RowDelta(
            id: id,
            clock: try clock(index),
            isWhole: wholes.isEmpty ? false : wholes[index],
            values: valueRange(index).map { value(values[$0]) }
        )
    }

    /// The clock of one row.
    package func clock(_ index: Int) throws(FormatFailure) -> RowClock {
        let range = firstEntries[index]..<firstEntries[index + 1]
        guard let clock = RowClock(range.map(clockEntry)) else {
            throw .notCanonical("a row clock")
        }
        return clock
    }

    private func clockEntry(_ index: Int) -> ClockEntry {
        let entry = entries[index]
        return ClockEntry(
            dot: Dot(replicas[entry.place], entry.counter),
            time: entry.time,
            fields: entry.fields,
            elements: elements.isEmpty ? [] : elements[index],
            buried: buried.isEmpty ? [] : buried[index]
        )
    }

    /// Where the values of a row stand in ``values``.
    package func valueRange(_ index: Int) -> Range<Int> {
        let travelling = entries[firstEntries[index]..<firstEntries[index + 1]]
            .filter { $0.firstValue >= 0 }
        guard let first = travelling.first, let last = travelling.last else { return 0..<0 }
        let count = last.fields.content.rawValue.nonzeroBitCount
        return first.firstValue..<last.firstValue + count
    }

    /// A value, copied out of the block.
    package func value(_ slice: ValueSlice) -> Value {
        switch slice {
        case .null: .null
        case .integer(let number): .integer(number)
        case .text(let place): .text(String(decoding: bytes[place.range], as: UTF8.self))
        case .blob(let place): .blob(Array(bytes[place.range]))
        }
    }
}
