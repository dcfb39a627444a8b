import Causality
import Records
import Sealing
import TestKit

/// One landlord with a sender, a receiver and a recovery kit, all invented, the same in every run.
struct BundleWorld {
    let entropy: SeededEntropy
    let partition: PartitionID
    let sender: Keyring
    let receiver: ReceiveKey
    let kit: RecoveryKit
    let replica = ReplicaID(high: 0xA, low: 1)

    init(seed: UInt64 = 1) throws {
        entropy = SeededEntropy(seed)
        let id = try unwrap(RecordID(bytes: entropy.bytes(16)))
        partition = try unwrap(PartitionID(kind: .landlord, id: id, code: "B4"))
        sender = try Keyring(from: entropy)
        receiver = try ReceiveKey(from: entropy)
        kit = RecoveryKit(of: id, from: entropy)
    }

    func fields(_ kind: SealedBundle.Kind = .delta) throws -> SealedBundle.Fields {
        let hash = Digest256(of: [1], as: .bundleChain)
        return SealedBundle.Fields(
            kind: kind,
            partition: partition,
            device: sender.device,
            sender: replica,
            sequence: 41,
            previous: hash,
            base: kind == .snapshot ? VersionVector() : VersionVector([replica: 7]),
            target: VersionVector([replica: 9, ReplicaID(high: 0xB, low: 2): 3]),
            heads: [
                SealedBundle.Head(replica: ReplicaID(high: 0xB, low: 2), sequence: 3, hash: hash),
                SealedBundle.Head(replica: replica, sequence: 40, hash: hash),
            ],
            membership: SealedBundle.LogHead(sequence: 5, hash: hash),
            audit: hash
        )
    }

    /// The fields of a bundle of the region, which is in clear.
    func regionFields() throws -> SealedBundle.Fields {
        var fields = try fields()
        let region = PartitionID(kind: .region, id: partition.id, code: "HDF")
        fields.partition = try unwrap(region)
        return fields
    }

    func recipients() throws -> [ReceivePublicKey] {
        [receiver.publicKey, try kit.receiveKey().publicKey]
    }

    func seal(_ body: [UInt8], _ fields: SealedBundle.Fields? = nil) throws -> [UInt8] {
        let fields = try fields ?? self.fields()
        return try SealedBundle.seal(
            body,
            fields,
            to: fields.isSealed ? recipients() : [],
            signedBy: sender.identity,
            entropy: entropy
        )
    }

    func open(_ bytes: [UInt8], with keys: [ReceiveKey]? = nil) throws(SealFailure) -> [UInt8] {
        try SealedBundle(bytes).verified(by: sender.identity.verifyingKey)
            .body(with: keys ?? [receiver])
    }

    /// Why the receiver refuses a bundle, nil where it does not.
    func failure(_ bytes: [UInt8], with keys: [ReceiveKey]? = nil) -> SealFailure? {
        do {
            _ = try open(bytes, with: keys)
            return nil
        } catch { return error }
    }

    /// Bytes that look like a compressed delta.
    func content(_ count: Int) -> [UInt8] { entropy.bytes(count) }
}
