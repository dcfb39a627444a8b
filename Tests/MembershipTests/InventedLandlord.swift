import Causality
import Membership
import Records
import Sealing
import TestKit

/// A landlord with an administrator at « poste 1 », invented, the same in every run.
struct InventedLandlord {
    let entropy: SeededEntropy
    let partition: PartitionID
    let root: SigningKey
    let kit: RecoveryKit
    let administrator: Keyring
    let month: Month
    var log: MembershipLog

    init(seed: UInt64 = 1) throws {
        entropy = SeededEntropy(seed)
        let id = try unwrap(RecordID(bytes: entropy.bytes(16)))
        partition = try unwrap(PartitionID(kind: .landlord, id: id, code: "B4"))
        root = try SigningKey(from: entropy)
        kit = RecoveryKit(of: id, from: entropy)
        month = try unwrap(Month(number: 682))
        var administrator = try Keyring(from: entropy).next
        let keys = try administrator.prepare(3, from: month, entropy: entropy)
        self.administrator = administrator
        log = try MembershipLog(
            founding: id,
            station: try unwrap(Station(number: 1)),
            device: DeviceRequest(of: administrator, receiveKeys: keys, entropy: entropy),
            recovery: RecoveryKeys(of: kit),
            signedBy: root
        )
    }

    /// A new device with keys for three months.
    func device() throws -> (keyring: Keyring, request: DeviceRequest) {
        var keyring = try Keyring(from: entropy).next
        let keys = try keyring.prepare(3, from: month, entropy: entropy)
        let request = try DeviceRequest(of: keyring, receiveKeys: keys, entropy: entropy)
        return (keyring, request)
    }

    /// Adds a new device.
    mutating func enrol(_ station: UInt64) throws -> Keyring {
        let (keyring, request) = try device()
        let station = try unwrap(Station(number: station))
        try log.append(.addDevice(station: station, device: request), signedBy: key)
        return keyring
    }

    var key: SigningKey { administrator.identity }

    /// Why a change is refused when somebody signs it, nil where it is not.
    func refusal(_ change: MembershipChange, signedBy key: SigningKey? = nil) -> MembershipFailure?
    {
        var log = log
        return failure { () throws(MembershipFailure) in
            try log.append(change, signedBy: key ?? self.key)
        }
    }

    func invitation(
        _ request: DeviceRequest,
        expires: UInt64 = 2_000_000
    ) throws -> Invitation {
        try Invitation(
            answering: request,
            into: partition,
            log: log,
            expires: expires,
            signedBy: key,
            entropy: entropy
        )
    }

    /// The header of a bundle of a device.
    func header(
        of keyring: Keyring,
        replica: ReplicaID,
        sequence: UInt64,
        counter: UInt64,
        membership: SealedBundle.LogHead? = nil,
        partition: PartitionID? = nil
    ) throws -> SealedBundle.Header {
        let fields = SealedBundle.Fields(
            kind: .delta,
            partition: partition ?? self.partition,
            device: keyring.device,
            sender: replica,
            sequence: sequence,
            previous: sequence == 1 ? .none : Digest256(of: [1], as: .bundleChain),
            base: VersionVector(),
            target: VersionVector([replica: counter]),
            membership: membership ?? log.roster.head
        )
        let bytes = try SealedBundle.seal(
            [1],
            fields,
            to: log.roster.recipients(for: month),
            signedBy: keyring.identity,
            entropy: entropy
        )
        return try SealedBundle.Header(bytes)
    }
}
