import BundleFormat
import Causality
import HostSystem
import Membership
import Records
import Sealing

/// A landlord of many devices, invented, which the hub may admit; its bundles are sealed to nobody here.
struct InventedLandlord {
    struct Device {
        let id: DeviceID
        let identity: SigningKey
        let replica: ReplicaID
    }

    let partition: PartitionID
    let devices: [Device]
    let log: MembershipLog
    private let kit: RecoveryKeys

    init(_ code: String, devices count: Int) throws {
        let entropy = SystemEntropy()
        let id = try Self.made(RecordID(bytes: entropy.bytes(16)))
        partition = try Self.made(PartitionID(kind: .landlord, id: id, code: code))
        let month = Month(milliseconds: SystemClock().now())
        let root = try SigningKey(from: entropy)
        kit = try RecoveryKeys(of: RecoveryKit(of: id, from: entropy))
        let rings = try (0..<count).map { _ in
            var ring = try Keyring(from: entropy).next
            let keys = try ring.prepare(1, from: month, entropy: entropy)
            return (ring, try DeviceRequest(of: ring, receiveKeys: keys, entropy: entropy))
        }
        var log = try MembershipLog(
            founding: id,
            station: try Self.made(Station(number: 1)),
            device: rings[0].1,
            recovery: kit,
            signedBy: root
        )
        for (number, (_, request)) in rings.enumerated().dropFirst() {
            let station = try Self.made(Station(number: UInt64(number) + 1))
            try log.append(
                .addDevice(station: station, device: request),
                signedBy: rings[0].0.identity
            )
        }
        self.log = log
        devices = try rings.map { ring, _ in
            Device(
                id: ring.device,
                identity: ring.identity,
                replica: try Self.made(ReplicaID(bytes: entropy.bytes(16)))
            )
        }
    }

    /// A bundle of a device, of about so many bytes, sealed to the recovery kit alone.
    func bundle(
        of number: Int,
        _ sequence: UInt64,
        bytes: Int,
        isSnapshot: Bool = false
    ) throws -> [UInt8] {
        let device = devices[number]
        let target = VersionVector([device.replica: sequence * 10])
        let base = VersionVector([device.replica: sequence * 10 - 9])
        let fields = SealedBundle.Fields(
            kind: isSnapshot ? .snapshot : .delta,
            partition: partition,
            device: device.id,
            sender: device.replica,
            sequence: sequence,
            previous: sequence == 1 ? .none : Digest256(of: device.replica.bytes, as: .bundleChain),
            base: isSnapshot ? VersionVector() : base,
            target: target,
            membership: log.roster.head
        )
        return try SealedBundle.seal(
            Self.noise(bytes, seed: sequence),
            fields,
            to: [kit.receive],
            signedBy: device.identity,
            entropy: SystemEntropy()
        )
    }

    /// A statement as its device leaves it.
    func statement(_ body: [UInt8]) throws -> [UInt8] {
        let device = devices[0]
        let fields = SealedBundle.Fields(
            kind: .statement,
            partition: try Self.made(
                PartitionID(kind: .upward, id: partition.id, code: partition.code)
            ),
            device: device.id,
            sender: device.replica,
            sequence: 1,
            previous: .none,
            base: VersionVector(),
            target: VersionVector(),
            membership: log.roster.head
        )
        return try SealedBundle.seal(
            body,
            fields,
            to: [],
            signedBy: device.identity,
            entropy: SystemEntropy()
        )
    }

    /// Bytes that nothing compresses, cheaper than the system's.
    private static func noise(_ count: Int, seed: UInt64) -> [UInt8] {
        var generator = SplitMix64(state: seed)
        return (0..<count / 8).flatMap { _ in
            let word = generator.next()
            return (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
        }
    }

    private static func made<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw BenchFailure.wrongWork("an identity was of another form") }
        return value
    }
}
