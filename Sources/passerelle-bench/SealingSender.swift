import Causality
import HostSystem
import Records
import Sealing
import Seams

/// A device that seals to others of an invented landlord; the last of them opens.
struct SealingSender {
    private let entropy = SystemEntropy()
    private let identity: SigningKey
    private let recipients: [ReceivePublicKey]
    private let key: ReceiveKey
    private let fields: SealedBundle.Fields

    init(devices: Int) throws {
        identity = try SigningKey(from: entropy)
        let source = entropy
        var others = try (1..<max(devices, 1)).map { _ in try ReceiveKey(from: source).publicKey }
        key = try ReceiveKey(from: entropy)
        others.append(key.publicKey)
        recipients = others
        guard let id = RecordID(bytes: entropy.bytes(16)),
            let partition = PartitionID(kind: .landlord, id: id, code: "B4"),
            let device = DeviceID(bytes: entropy.bytes(DeviceID.length)),
            let replica = ReplicaID(bytes: entropy.bytes(16))
        else { throw BenchFailure.wrongWork("an identity was of another length") }
        fields = SealedBundle.Fields(
            kind: .delta,
            partition: partition,
            device: device,
            sender: replica,
            sequence: 1,
            previous: .none,
            base: VersionVector(),
            target: VersionVector([replica: 9])
        )
    }

    func seal(_ body: [UInt8]) throws -> [UInt8] {
        try SealedBundle.seal(body, fields, to: recipients, signedBy: identity, entropy: entropy)
    }

    func open(_ bundle: [UInt8]) throws -> [UInt8] {
        try SealedBundle(bundle).verified(by: identity.verifyingKey).body(with: [key])
    }
}
