import BundleFormat
import Causality
import Foundation
import Records

/// What a bundle says, as JSON: numbers of 64 bits as decimal text, bytes as hexadecimal text.
enum VectorJSON {
    /// The page that stands beside a sound bundle.
    static func page(_ bundle: [UInt8]) throws -> [UInt8] {
        let envelope = try Envelope(bundle)
        var page: [String: Any] = [
            "kind": envelope.kind == .delta ? "delta" : "statement",
            "partition": [
                "kind": envelope.partition.kind.rawValue, "id": hex(envelope.partition.id.bytes),
                "code": envelope.partition.code,
            ],
            "sender": hex(envelope.sender.bytes),
            "sequence": String(envelope.sequence),
            "base": vector(envelope.base),
            "target": vector(envelope.target),
        ]
        if envelope.kind == .delta {
            page["delta"] = delta(try DeltaContent(envelope.body))
        } else {
            page["body"] = hex(envelope.body)
        }
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .prettyPrinted]
        return Array(try JSONSerialization.data(withJSONObject: page, options: options)) + [10]
    }

    private static func delta(_ content: DeltaContent) -> [String: Any] {
        let header = content.header
        return [
            "snapshot": header.isSnapshot,
            "base": vector(header.base),
            "target": vector(header.target),
            "digest": hex(header.digest),
            "erasures": hex(header.erasures),
            "acknowledged": header.acknowledged.map { other -> [String: Any] in
                ["replica": hex(other.replica.bytes), "vector": vector(other.vector)]
            },
            "freed": vector(header.freed),
            "collections": content.collections.map { group -> [String: Any] in
                ["name": group.name, "rows": group.rows.map(row)]
            },
        ]
    }

    private static func row(_ row: RowDelta) -> [String: Any] {
        [
            "id": hex(row.id.bytes),
            "whole": row.isWhole,
            "writes": row.clock.entries.map(write),
            "values": row.values.map(value),
        ]
    }

    private static func write(_ entry: ClockEntry) -> [String: Any] {
        [
            "dot": dot(entry.dot),
            "time": String(entry.time.rawValue),
            "fields": String(entry.fields.rawValue),
            "elements": entry.elements.map { element -> [String: Any] in
                [
                    "tag": Int(element.tag), "key": hex(element.key),
                    "increments": String(element.increments),
                    "decrements": String(element.decrements),
                ]
            },
            "buried": entry.buried.map(dot),
        ]
    }

    private static func value(_ value: Value) -> [String: Any] {
        switch value {
        case .null: [:]
        case .integer(let number): ["integer": String(number)]
        case .text(let text): ["text": text]
        case .blob(let bytes): ["blob": hex(bytes)]
        }
    }

    private static func vector(_ vector: VersionVector) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: vector.entries.map { (hex($0.replica.bytes), String($0.counter)) }
        )
    }

    private static func dot(_ dot: Dot) -> [String] {
        [hex(dot.replica.bytes), String(dot.counter)]
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
