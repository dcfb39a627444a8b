import Foundation
import Membership
import Records
import Sealing
import TestKit
import Testing

/// The conformance vectors of sync-fixtures/sealed that concern membership logs.
struct MembershipVectorTests {
    private struct Vector {
        let path: String
        let bytes: [UInt8]
        var failure: String?
    }

    private static let files = VectorFiles("sealed")

    private static func vectors() throws -> [Vector] {
        let full = try InventedLandlord(seed: 28).withEveryChange()
        let log = full.log
        let entries = log.entries.map(\.bytes)
        let stranger = try SigningKey(from: full.entropy)
        let forged = try MembershipEntry(
            landlord: full.partition.id,
            after: log.entries[0].head,
            .handOver(full.administrator.device),
            signedBy: stranger
        )
        var flipped = log.bytes
        flipped[flipped.count - 1] ^= 1
        func invalid(_ failure: String, _ name: String, _ bytes: [UInt8]) -> Vector {
            Vector(
                path: "invalid/\(failure).\(name).members",
                bytes: bytes,
                failure: failure
            )
        }
        return [
            Vector(path: "valid/every-change.members", bytes: log.bytes),
            Vector(path: "valid/hub-key.members", bytes: try withHub().log.bytes),
            Vector(path: "valid/genesis.members", bytes: file([entries[0]])),
            invalid("truncated", "last-byte", Array(log.bytes.dropLast())),
            invalid("trailing-data", "one-byte", log.bytes + [0]),
            invalid("signature", "last-bit", flipped),
            invalid("genesis", "second-entry-first", file(Array(entries.dropFirst()))),
            invalid("out-of-order", "missing-entry", file([entries[0], entries[2]])),
            invalid("not-administrator", "stranger", file([entries[0], forged.bytes])),
            invalid("bad-magic", "request", entries[0]),
            invalid("limit", "entries", magic + [1, 0x81, 0x80, 0x04]),
        ]
    }

    /// The landlord after it named a hub.
    private static func withHub() throws -> InventedLandlord {
        var landlord = try InventedLandlord(seed: 29)
        let hub = try SigningKey(from: landlord.entropy)
        try landlord.log.append(.hub(hub.verifyingKey), signedBy: landlord.key)
        return landlord
    }

    private static let magic = Array("PASSERELLE-MEMBERS".utf8)

    /// A log of entries, sound or not; each is of 128 to 16,383 bytes.
    static func file(_ entries: [[UInt8]]) -> [UInt8] {
        entries.reduce(magic + [1, UInt8(entries.count)]) { bytes, entry in
            bytes + [UInt8(entry.count & 0x7F | 0x80), UInt8(entry.count >> 7)] + entry
        }
    }

    @Test func `every log is read, or refused by the name of its file`() throws {
        let vectors = try Self.vectors()
        for vector in vectors {
            let bytes = try Self.files.committed(vector.path, made: vector.bytes)
            #expect(bytes == vector.bytes, "\(vector.path)")
            let refusal = failure { () throws(MembershipFailure) in _ = try MembershipLog(bytes) }
            #expect(refusal?.name == vector.failure, "\(vector.path)")
        }
        #expect(try Self.files.paths(endingIn: ".members") == Set(vectors.map(\.path)))
    }
}
