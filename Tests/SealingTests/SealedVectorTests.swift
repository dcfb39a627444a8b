import Foundation
import Records
import Sealing
import TestKit
import Testing

/// The conformance vectors of sync-fixtures/sealed that concern bundles and keyrings.
struct SealedVectorTests {
    private static let files = VectorFiles("sealed")

    @Test func `every bundle is read, or refused by the name of its file`() throws {
        let world = try BundleWorld(seed: 26)
        let vectors = try SealedVectors.bundles(world)
        for vector in vectors {
            let bytes = try Self.files.committed(vector.path, made: vector.bytes)
            #expect(bytes == vector.bytes, "\(vector.path)")
            #expect(world.failure(bytes)?.name == vector.failure, "\(vector.path)")
        }
        #expect(try Self.files.paths(endingIn: ".passerelle") == Set(vectors.map(\.path)))
    }

    @Test func `every keyring is read, or refused by the name of its file`() throws {
        let vectors = try SealedVectors.keyrings(SeededEntropy(27))
        let passphrase = try Passphrase(typed: SealedVectors.passphrase)
        for vector in vectors {
            let bytes = try Self.files.committed(vector.path, made: vector.bytes)
            #expect(bytes == vector.bytes, "\(vector.path)")
            let refusal = failure { () throws(SealFailure) in
                _ = try KeyringFile.open(bytes, with: passphrase)
            }
            #expect(refusal?.name == vector.failure, "\(vector.path)")
        }
        #expect(try Self.files.paths(endingIn: ".keyring") == Set(vectors.map(\.path)))
    }

    @Test func `the published secrets are those of the vectors`() throws {
        let world = try BundleWorld(seed: 26)
        let secrets: [String: String] = [
            "receiver": Self.hex(world.receiver.secret),
            "sender": Self.hex(world.sender.identity.secret),
            "senderVerifyingKey": Self.hex(world.sender.identity.verifyingKey.bytes),
            "recoveryKit": world.kit.lines.joined(separator: "\n"),
            "landlord": Self.hex(world.partition.id.bytes),
            "keyringPassphrase": SealedVectors.passphrase,
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let page = Array(try encoder.encode(secrets)) + [10]
        let vector = SealedVectors.Vector(name: "secrets.json", bytes: page)
        #expect(try Self.files.committed(vector.path, made: vector.bytes) == page)
        let lines = world.kit.lines
        #expect(try RecoveryKit(lines: lines, of: world.partition.id).lines == lines)
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
