import Foundation
import Membership
import Sealing
import TestKit
import Testing

/// Every flipped bit and every truncation of every sound fixture of sync-fixtures/sealed is refused.
///
/// Where that takes minutes, a part spread over the file is tried unless PASSERELLE_LAWS=whole asks for
/// all; the counts are printed.
struct FixtureSweepTests {
    private static let files = VectorFiles("sealed")
    private static let isWhole =
        ProcessInfo.processInfo.environment["PASSERELLE_LAWS"] == "whole"

    private struct Secrets: Decodable {
        let keyringPassphrase: String
        let receiver: String
        let senderVerifyingKey: String
    }

    private func secrets() throws -> Secrets {
        try JSONDecoder().decode(
            Secrets.self,
            from: Data(try Self.files.bytes("valid/secrets.json"))
        )
    }

    private static func bytes(hex: String) -> [UInt8] {
        stride(from: 0, to: hex.utf8.count, by: 2).compactMap {
            UInt8(hex.dropFirst($0).prefix(2), radix: 16)
        }
    }

    /// Flips and cuts a fixture, every step-th bit and byte; what was not refused.
    private func sweep(_ name: String, every step: Int, _ read: ([UInt8]) throws -> Void) throws {
        var bytes = try Self.files.bytes("valid/\(name)")
        #expect(throws: Never.self) { try read(bytes) }
        let step = Self.isWhole ? 1 : step
        var (flips, cuts) = (0, 0)
        var taken: [String] = []
        func isRefused(_ bytes: [UInt8]) -> Bool {
            do {
                try read(bytes)
                return false
            } catch { return error is SealFailure || error is MembershipFailure }
        }
        for bit in stride(from: 0, to: bytes.count * 8, by: step) {
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            if !isRefused(bytes) { taken.append("bit \(bit)") }
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            flips += 1
        }
        for count in stride(from: 0, to: bytes.count, by: step) {
            if !isRefused(Array(bytes[..<count])) { taken.append("\(count) bytes") }
            cuts += 1
        }
        #expect(taken == [], "\(name)")
        #expect(flips >= bytes.count * 8 / step && cuts >= bytes.count / step)
        print("\(name): \(flips) flipped bits and \(cuts) truncations, \(taken.count) taken")
    }

    @Test(arguments: [
        ("delta", 1), ("snapshot", 1), ("region", 1), ("three-chunks", 37),
    ])
    func `3 and 4: no bundle with a flipped bit or cut short opens`(
        _ name: String,
        _ step: Int
    ) throws {
        let secrets = try secrets()
        let sender = try VerifyingKey(bytes: Self.bytes(hex: secrets.senderVerifyingKey))
        let receiver = try ReceiveKey(secret: Self.bytes(hex: secrets.receiver))
        try sweep(name + ".passerelle", every: step) { bytes in
            _ = try SealedBundle(bytes).verified(by: sender).body(with: [receiver])
        }
    }

    @Test(arguments: [("genesis", 1), ("every-change", 7), ("hub-key", 1)])
    func `3 and 4: no log with a flipped bit or cut short is read`(
        _ name: String,
        _ step: Int
    ) throws {
        try sweep(name + ".members", every: step) { _ = try MembershipLog($0) }
    }

    @Test func `3 and 4: no keyring with a flipped bit or cut short opens`() throws {
        let passphrase = try Passphrase(typed: try secrets().keyringPassphrase)
        try sweep("two-months.keyring", every: 31) {
            _ = try KeyringFile.open($0, with: passphrase)
        }
    }

    @Test func `every sound fixture is swept`() throws {
        #expect(
            try Self.files.names(in: "valid") == [
                "delta.passerelle", "snapshot.passerelle", "region.passerelle",
                "three-chunks.passerelle", "genesis.members", "every-change.members",
                "hub-key.members",
                "two-months.keyring", "secrets.json",
            ]
        )
    }
}
