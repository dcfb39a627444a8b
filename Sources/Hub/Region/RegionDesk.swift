import BundleFormat
import Causality
import Exchange
import Foundation
import GRDB
import Membership
import Records
import Region
import ReplicaStore
import Sealing
import Seams
import Statistics
import Synchronization

/// The region's partition at the hub: what landlords write of it comes together here, and goes down to
/// all of them as one signed snapshot.
final class RegionDesk: Sendable {
    static let folderName = "region"
    /// The code by which people know the partition.
    static let code = "REGION"

    let replica: Replica
    let key: SigningKey
    private let entropy: any Entropy
    /// The snapshot that was signed last, and the state that it tells.
    private let last = Mutex<(vector: VersionVector, bytes: [UInt8])?>(nil)

    /// Opens the region's store in the hub's data folder, or founds it.
    init(in data: String, _ key: SigningKey, _ environment: ReplicaEnvironment) throws {
        let folder = data + "/" + Self.folderName
        self.key = key
        entropy = environment.entropy
        if environment.volume.isAbsent(folder + "/" + Replica.fileName) {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            guard let id = RecordID(bytes: entropy.bytes(16)),
                let partition = PartitionID(kind: .region, id: id, code: Self.code)
            else { throw HubFailure.unreadableRow(table: "region", key: Self.code) }
            let schema = try RegionSchema.make()
            replica = try Replica.create(in: folder, partition, schema, environment)
        } else {
            replica = try Replica.open(in: folder, try RegionSchema.make(), environment)
        }
    }

    /// Says what a programme is, so that no landlord has to type it.
    func declare(_ programme: Programme) throws {
        let id = RecordID.natural("programme", Array(programme.code.utf8))
        let values: [String: Value] = [
            "code": .text(programme.code), "name": .text(programme.name),
            "objective": programme.objective.map { .integer(Int64($0)) } ?? .null,
            "starts_on": .text(programme.start.isoText), "ends_on": .text(programme.end.isoText),
        ]
        try replica.write { transaction in
            if try !transaction.update("programme", id: id, values) {
                try transaction.insert("programme", id: id, values)
            }
        }
    }

    /// Takes what a landlord's devices wrote; what became of each, in the order given.
    func take(_ bundles: [[UInt8]], of roster: Roster) throws -> [Reception] {
        let receiver = Receiver(
            replica,
            HubCustodian(roster: roster, key: key, entropy: entropy)
        )
        let receptions = try bundles.map { try receiver.receive($0) }
        _ = try receiver.applyHeld()
        return receptions
    }

    /// Whether a bundle is one of the hub's own, under this key or one before it.
    func isOwn(_ header: SealedBundle.Header) -> Bool {
        header.fields.device == DeviceID(of: key.verifyingKey)
            || header.fields.partition.kind == .region && header.fields.sender == replica.id
    }

    /// Whether a bundle of the hub's own tells the region as it stands.
    func isCurrent(_ header: SealedBundle.Header) -> Bool {
        header.fields.device == DeviceID(of: key.verifyingKey)
            && header.fields.partition.id == replica.partition.id
            && header.fields.target == replica.versionVector
    }

    /// The region as it stands, signed; nil while there is nothing in it.
    func snapshot() throws -> [UInt8]? {
        let vector = replica.versionVector
        guard !vector.isEmpty else { return nil }
        if let last = last.withLock({ $0 }), last.vector == vector { return last.bytes }
        let envelope = try Envelope(try replica.delta(since: VersionVector()), of: replica)
        let bytes = try Self.sign(envelope, with: key, entropy)
        try replica.noteSent(
            envelope.sequence,
            digest: Array(envelope.bytes.suffix(Envelope.digestLength)),
            counter: envelope.target[envelope.sender]
        )
        last.withLock { $0 = (vector, bytes) }
        return bytes
    }

    /// A random name for a folder.
    func newPlace() -> RecordID? { RecordID(bytes: entropy.bytes(16)) }

    static func sign(
        _ envelope: Envelope,
        with key: SigningKey,
        _ entropy: any Entropy
    ) throws -> [UInt8] {
        let device = DeviceID(of: key.verifyingKey)
        return try SealedBundle.seal(
            envelope.body,
            SealedBundle.Fields(envelope, by: device, knowing: .none),
            to: [],
            signedBy: key,
            entropy: entropy
        )
    }

    func close() throws { try replica.close() }
}
