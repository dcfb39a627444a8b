import Custody
import Membership
import Records
import ReplicaStore
import Sealing

extension Laptop {
    /// Whether a file beside the store belongs to the device's keys: a copy of the store comes without.
    static func isOfKeys(_ name: String) -> Bool {
        ["keyring", "custody.sqlite", "device-request"].contains { name.hasPrefix($0) }
    }

    /// Makes this laptop the first of a landlord, and its administrator.
    func found(_ partition: PartitionID) throws -> RecoveryKit {
        let (custody, kit) = try DeviceCustody.found(
            in: disk.folder,
            partition,
            under: Landlord.passphrase,
            costing: .rehearsal,
            environment
        )
        self.custody = custody
        return kit
    }

    /// Makes keys, and the file that asks to join.
    func ask() throws -> DeviceRequest {
        let (custody, request) = try DeviceCustody.request(
            in: disk.folder,
            under: Landlord.passphrase,
            costing: .rehearsal,
            environment
        )
        self.custody = custody
        return request
    }

    /// Opens the keys that lie beside the store, if any do.
    func unlock() throws {
        guard DeviceCustody.exists(in: disk.folder, environment) else { return }
        custody = try DeviceCustody.unlock(
            in: disk.folder,
            with: Landlord.passphrase,
            costing: .rehearsal,
            environment
        )
    }

    /// What the laptop knows of who belongs; nil in a world in clear.
    func roster() throws -> Roster? { try custody?.log().roster }

    /// Whether the laptop is a member as far as it knows.
    func isMember() throws -> Bool {
        guard let custody else { return false }
        return try custody.log().roster.isActive(custody.device)
    }

    /// The keyring as it lies on the disk.
    func keyring() throws -> Keyring {
        try KeyringFile.open(
            disk.image["keyring"] ?? [],
            with: try Passphrase(typed: Landlord.passphrase),
            costing: .rehearsal
        )
    }
}
