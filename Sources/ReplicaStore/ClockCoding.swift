import BundleFormat
import Causality

/// The form of a row clock inside a row: short, since every row carries one.
///
/// For each live write: the number of its replica and two flags, its counter, its time, its fields;
/// then its elements and what it buried, where the flags say so.
struct ClockCoding {
    private static let elementsFlag: UInt64 = 1
    private static let deletionFlag: UInt64 = 2

    static func encode(_ clock: RowClock, _ sites: SiteTable) throws(ReplicaError) -> [UInt8] {
        var writer = ByteWriter(capacity: 24 * clock.entries.count)
        for entry in clock.entries { try encode(entry, sites, into: &writer) }
        return writer.bytes
    }

    static func encode(
        _ entry: ClockEntry,
        _ sites: SiteTable,
        into writer: inout ByteWriter
    ) throws(ReplicaError) {
        let flags =
            (entry.elements.isEmpty ? 0 : elementsFlag)
            | (entry.fields.contains(.deletion) ? deletionFlag : 0)
        writer.varint(try place(entry.dot, sites) << 2 | flags)
        writer.varint(entry.dot.counter)
        writer.fixed64(entry.time.rawValue)
        writer.varint(entry.fields.subtracting(.deletion).rawValue)
        if !entry.elements.isEmpty { writer.elements(entry.elements) }
        guard entry.fields.contains(.deletion) else { return }
        writer.count(entry.buried.count)
        for dot in entry.buried {
            writer.varint(try place(dot, sites))
            writer.varint(dot.counter)
        }
    }

    static func decode(_ bytes: [UInt8], _ sites: SiteTable) throws(ReplicaError) -> RowClock {
        var reader = ByteReader(bytes)
        var entries: [ClockEntry] = []
        do {
            while !reader.isAtEnd { entries.append(try entry(&reader, sites)) }
        } catch {
            throw damaged
        }
        guard let clock = RowClock(entries) else { throw damaged }
        return clock
    }

    private static func entry(
        _ reader: inout ByteReader,
        _ sites: SiteTable
    ) throws -> ClockEntry {
        let head = try reader.varint()
        let dot = try dot(head >> 2, &reader, sites)
        let time = HybridTime(rawValue: try reader.fixed64())
        var fields = FieldMask(rawValue: try reader.varint())
        let elements = head & elementsFlag == 0 ? [] : try reader.elements()
        var buried: [Dot] = []
        if head & deletionFlag != 0 {
            fields.insert(.deletion)
            for _ in 0..<(try reader.count("buried")) {
                buried.append(try self.dot(try reader.varint(), &reader, sites))
            }
        }
        return ClockEntry(
            dot: dot,
            time: time,
            fields: fields,
            elements: elements,
            buried: buried
        )
    }

    private static func dot(
        _ place: UInt64,
        _ reader: inout ByteReader,
        _ sites: SiteTable
    ) throws -> Dot {
        guard let replica = sites.replica(at: Int(clamping: place)) else { throw damaged }
        return Dot(replica, try reader.varint())
    }

    private static func place(_ dot: Dot, _ sites: SiteTable) throws(ReplicaError) -> UInt64 {
        guard let place = sites.place(of: dot.replica) else { throw damaged }
        return UInt64(place)
    }

    private static var damaged: ReplicaError {
        ReplicaError(.damaged, "a row clock of the store cannot be read: restore a backup")
    }
}
