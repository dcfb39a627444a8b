import Foundation
import GRDB
import Records

/// An identity as two numbers: sets of a hundred thousand of them are quick.
struct RowKey: Hashable {
    let high: UInt64
    let low: UInt64

    init(_ id: RecordID) {
        let halves = id.bytes.withUnsafeBytes(Self.halves)
        (high, low) = halves
    }

    /// The identity in a column, nil where it holds none.
    init?(_ row: Row, _ index: Int) throws {
        let halves = try row.withUnsafeData(atIndex: index) { data -> (UInt64, UInt64)? in
            guard let data, data.count == 16 else { return nil }
            return data.withUnsafeBytes(Self.halves)
        }
        guard let halves else { return nil }
        (high, low) = halves
    }

    /// The identity in full.
    var id: RecordID? {
        RecordID(
            bytes: [high, low].flatMap { half in
                (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * UInt64($0))) }
            }
        )
    }

    private static func halves(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        (
            UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }
}
