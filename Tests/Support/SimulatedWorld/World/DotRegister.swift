import BundleFormat
import Causality
import Records

/// The payload of every dot that any bundle ever carried: a dot names one write, for ever.
struct DotRegister {
    private struct Payload: Equatable {
        let row: RecordID
        let time: HybridTime
    }

    private struct Place: Hashable {
        let dot: Dot
        let tag: UInt8
    }

    private var payloads: [Dot: Payload] = [:]
    private var values: [Place: Value] = [:]

    /// Notes what a delta says of each dot, and holds it against what others said.
    mutating func note(_ delta: [UInt8]) throws {
        var reader = try DeltaReader(delta)
        while let step = try reader.next() {
            guard case .row(let row) = step else { continue }
            try note(row, base: reader.header.base)
        }
    }

    private mutating func note(_ row: RowDelta, base: VersionVector) throws {
        var next = 0
        for entry in row.clock.entries {
            let payload = Payload(row: row.id, time: entry.time)
            guard payloads.updateValue(payload, forKey: entry.dot) ?? payload == payload else {
                throw Violation(.dots, "\(entry.dot) names two writes")
            }
            if !row.isWhole, base.covers(entry.dot) { continue }
            for tag in entry.fields.tags {
                let value = row.values[next]
                next += 1
                let place = Place(dot: entry.dot, tag: tag)
                guard values.updateValue(value, forKey: place) ?? value == value else {
                    throw Violation(.dots, "\(entry.dot) wrote two values into field \(tag)")
                }
            }
        }
    }
}
