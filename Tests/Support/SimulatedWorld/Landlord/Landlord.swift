import BundleFormat
import Causality
import Custody
import Membership
import Records
import Sealing

/// What a sealed world knows of its landlord: the kit that opens every bundle, and who carried what.
final class Landlord {
    static let passphrase = "une phrase inventée pour les tests"

    let partition: PartitionID
    let kit: RecoveryKit
    private var identities: [DeviceID: VerifyingKey] = [:]
    /// The device of every replica that ever left a bundle.
    private(set) var owners: [ReplicaID: DeviceID] = [:]
    /// The entry of the log that revoked a device.
    private(set) var revocations: [DeviceID: UInt64] = [:]
    /// The body of every bundle that was made, by the hash of its header.
    private(set) var bodies: [Digest256: [UInt8]] = [:]
    /// The last write of each replica that the bundles of each device tell.
    private var told: [DeviceID: VersionVector] = [:]

    init(_ partition: PartitionID, _ kit: RecoveryKit) {
        self.partition = partition
        self.kit = kit
    }

    /// What nobody may ever read in clear: what a seed has people write.
    static func words(_ seed: UInt64) -> [String] {
        let dice = Dice(seed, 13)
        return (0..<5).map { _ in
            String((0..<16).map { _ in dice.pick(Array("abcdefghijklmnopqrstuvwxyz")) })
        }
    }

    func register(_ member: Member) { identities[member.device] = member.identity }

    func noteRevoked(_ device: DeviceID, by entry: UInt64) { revocations[device] = entry }

    /// Whether a sender knew that a device was revoked.
    func knew(_ fields: SealedBundle.Fields, of device: DeviceID) -> Bool {
        revocations[device].map { fields.membership.sequence >= $0 } ?? false
    }

    /// The body of a bundle, as the recovery kit opens it.
    func body(of bundle: SealedBundle) throws -> [UInt8] {
        do {
            return try open(bundle, with: [try kit.receiveKey()])
        } catch let failure as SealFailure {
            throw Violation(.secrecy, "the recovery kit does not open a bundle: \(failure.name)")
        }
    }

    /// The body of a bundle, once its carrier has been found to have signed.
    func open(_ bundle: SealedBundle, with keys: [ReceiveKey]) throws -> [UInt8] {
        guard let key = identities[bundle.header.fields.device] else {
            throw Violation(.secrecy, "a bundle of a device that nobody knows")
        }
        return try bundle.verified(by: key).body(with: keys)
    }

    /// Notes a bundle that was made; its body.
    func note(_ bundle: SealedBundle) throws -> [UInt8] {
        let body = try body(of: bundle)
        let fields = bundle.header.fields
        bodies[bundle.header.hash] = body
        owners[fields.sender] = fields.device
        told[fields.device, default: VersionVector()].formUnion(fields.target)
        return body
    }

    /// The last write of a replica that anybody told but the device that made it.
    func lastTold(of replica: ReplicaID, without device: DeviceID) -> UInt64 {
        told.filter { $0.key != device }.map { $0.value[replica] }.max() ?? 0
    }
}
