import Membership
import Records
import ReplicaStore
import Sealing
import Seams

/// The keys of a device, unlocked, and what its landlord's membership log says.
///
/// They lie beside the store: the keyring in a file under a passphrase, the rest in a ledger of its
/// own, outside the synced tables.
package final class DeviceCustody {
    /// How many months of receive keys a device prepares.
    static let months = 4
    /// How long an invitation serves, in milliseconds: a week.
    static let invitationLife: UInt64 = 7 * 86_400_000
    static let keyringName = "keyring"
    static let requestName = "device-request"
    /// The most bytes that are read of either file.
    static let largestFile = 1 << 20

    let folder: String
    let environment: ReplicaEnvironment
    let ledger: CustodyLedger
    private(set) var passphrase: Passphrase
    /// What a guess at the passphrase costs.
    private let derivation: KeyDerivation
    private(set) var keyring: Keyring
    /// The log as the ledger holds it, once read: each reading checks every signature.
    private var known: MembershipLog?

    init(
        in folder: String,
        _ keyring: Keyring,
        under passphrase: Passphrase,
        costing derivation: KeyDerivation,
        _ environment: ReplicaEnvironment
    ) throws {
        self.derivation = derivation
        self.folder = folder
        self.keyring = keyring
        self.passphrase = passphrase
        self.environment = environment
        ledger = try CustodyLedger(in: folder)
    }

    /// Whether a keyring lies beside the store in a folder.
    package static func exists(in folder: String, _ environment: ReplicaEnvironment) -> Bool {
        !environment.volume.isAbsent(folder + "/" + keyringName)
    }

    /// Opens the keyring beside a store.
    ///
    /// Receive keys of months long over are destroyed at once.
    package static func unlock(
        in folder: String,
        with typed: String,
        costing derivation: KeyDerivation = .standard,
        _ environment: ReplicaEnvironment
    ) throws -> DeviceCustody {
        guard exists(in: folder, environment) else { throw notEnrolled }
        let disk = environment.volume.disk(at: folder)
        return try CustodyError.naming {
            let bytes = try disk.read(keyringName, from: 0, count: largestFile)
            let passphrase = try Passphrase(typed: typed)
            let keyring = try KeyringFile.open(bytes, with: passphrase, costing: derivation)
            let custody = try DeviceCustody(
                in: folder,
                keyring,
                under: passphrase,
                costing: derivation,
                environment
            )
            try custody.destroyOldKeys()
            return custody
        }
    }

    package static let notEnrolled = CustodyError(
        .notEnrolled,
        "this device has no keys: ask for them with device request, or found the landlord"
    )

    package func close() throws { try ledger.close() }

    package var device: DeviceID { keyring.device }

    /// The key that signs for this device.
    package var identity: SigningKey { keyring.identity }

    /// Changes the keyring, and keeps it before anything relies on it.
    func change(_ body: (inout Keyring) throws -> Void) throws {
        var changed = keyring
        try body(&changed)
        changed = changed.next
        let bytes = try CustodyError.naming {
            try KeyringFile.seal(
                changed,
                under: passphrase,
                costing: derivation,
                entropy: environment.entropy
            )
        }
        try environment.volume.disk(at: folder).write(bytes, as: Self.keyringName)
        keyring = changed
    }

    /// Seals the keyring under another passphrase: the old one opens it no more.
    ///
    /// Copies of the keyring that were made before, such as a backup's, stay under the old one.
    ///
    /// - Throws: ``CustodyError`` with `passphrase` where the old one is not that of the keyring; with
    ///   `sealed` where the new one is empty or too long.
    package func changePassphrase(from old: String, to new: String) throws {
        let disk = environment.volume.disk(at: folder)
        let bytes = try disk.read(Self.keyringName, from: 0, count: Self.largestFile)
        try CustodyError.naming {
            _ = try KeyringFile.open(bytes, with: Passphrase(typed: old), costing: derivation)
            let before = passphrase
            passphrase = try Passphrase(typed: new)
            do {
                try change { _ in }
            } catch {
                passphrase = before
                throw error
            }
        }
        try ledger.audit(.passphrase, "", at: now)
    }

    /// The landlord's log as it is known here.
    package func log() throws -> MembershipLog {
        if let known { return known }
        guard let log = try ledger.log() else { throw Self.notEnrolled }
        known = log
        return log
    }

    /// Keeps a log that has more than the one known.
    func keep(_ log: MembershipLog) throws {
        try ledger.save(log)
        known = log
    }

    /// Keeps a log with all that the deed that made it leaves here, or nothing of it.
    func keep(_ log: MembershipLog, after deed: MembershipDeed) throws {
        try ledger.save(log, after: deed, at: now)
        known = log
    }

    /// Keeps the other side of a fork: from now on the log is frozen where they part.
    func keepFork(_ other: [UInt8], from sequence: UInt64) throws {
        try ledger.noteFork(other, from: sequence, at: now)
        known = nil
    }

    /// Notes that two bundles of a replica bear one number; whether that is news.
    func noteFork(of head: BundleHead) throws -> Bool {
        try ledger.noteFork(of: head, at: now)
    }

    /// Refuses what only the administrator's device may do.
    package func requireAdministrator() throws {
        guard try log().roster.administrator == device else {
            throw CustodyError(.notAdministrator, "only the administrator's device may do this")
        }
    }

    var now: UInt64 { environment.clock.now() }

    private func destroyOldKeys() throws {
        let moment = now
        guard keyring.receiveKeys.keys.contains(where: { $0.isOver(at: moment) }) else { return }
        try change { _ = $0.destroyKeys(at: moment) }
    }
}
