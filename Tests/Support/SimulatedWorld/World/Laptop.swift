import Causality
import Custody
import Records
import ReplicaStore
import Sealing
import Seams
import TestKit

/// One machine of a world: its disk, its clock, and the replica that runs on it.
final class Laptop {
    let number: Int
    let disk: SimulatedDisk
    let clock = ManualClock()
    let entropy: StepEntropy
    /// How far its clock is off, in milliseconds.
    var skew: Int64 = 0
    /// The replica, nil while the machine is off.
    private(set) var replica: Replica?
    /// The keys beside the store; nil while the machine is off, and where nothing is sealed.
    var custody: DeviceCustody?
    /// Whether the administrator has ended its membership.
    var isRevoked = false
    /// What it kept apart when that was last checked, and whether that was accepted.
    var quarantine: [Digest256: Bool] = [:]
    /// The transactions that stand in its journal.
    var seen = WriteSet()
    /// Transactions whose outcome its user was not told: they may be in the store or not.
    var doubtful: [History.Transaction] = []
    /// How many of its transactions it had when it last told somebody.
    var told = 0
    /// What it had seen when it last sent a colleague something, taken for received.
    var sent = VersionVector()
    /// What it had seen when it last freed deleted rows.
    var freed = WriteSet()
    /// How many deleted rows it kept when it was last checked.
    var pending = 0
    /// The rows that were erased on it.
    var erased: Set<RecordID> = []
    /// What the replica had seen when it was last checked; nil where it has to be checked anew.
    var checked: VersionVector?
    /// What its disk was like at earlier moments, while the store was closed.
    private(set) var past: [Past] = []
    /// The version of the software on it.
    private(set) var release: PersonSchema.Release
    private let rule: DeleteRule

    init(
        _ number: Int,
        folder: String,
        _ rule: DeleteRule,
        _ release: PersonSchema.Release,
        _ dice: Dice
    ) {
        self.number = number
        self.rule = rule
        self.release = release
        disk = SimulatedDisk(folder: folder, machine: number)
        entropy = StepEntropy(dice)
    }

    var environment: ReplicaEnvironment {
        ReplicaEnvironment(clock: clock, entropy: entropy, volume: SimulatedVolume(disk))
    }

    func create(_ partition: PartitionID) throws {
        guard SimulatedVFS.mount(disk) else {
            throw Violation(.integrity, "SQLite takes no simulated disk")
        }
        let schema = try PersonSchema.schema(rule, release)
        replica = try Replica.create(in: disk.folder, partition, schema, environment)
    }

    func open() throws {
        checked = nil
        let schema = try PersonSchema.schema(rule, release)
        replica = try Replica.open(in: disk.folder, schema, environment)
        try unlock()
    }

    /// Installs the newer version, to be used from the next opening on.
    func upgrade() { release = .newer }

    func close() throws {
        try custody?.close()
        custody = nil
        try replica?.close()
        replica = nil
    }

    /// An earlier moment of a laptop.
    struct Past {
        let image: SimulatedDisk.Image
        let seen: WriteSet
        let erased: Set<RecordID>
    }

    /// Keeps what the disk is like now, while the store is closed.
    func keepImage() { past.append(Past(image: disk.image, seen: seen, erased: erased)) }

    /// Takes what another laptop's disk is like, its keys apart, while both stores are closed.
    func copy(_ other: Laptop) {
        disk.replace(
            with: other.disk.image.filter { !Self.isOfKeys($0.key) },
            keepsNumbers: false
        )
        (seen, erased, told, doubtful) = (other.seen, other.erased, 0, other.doubtful)
    }

    /// Puts the store back to an earlier moment; what lies beside it stays as it is now.
    func putBack(_ past: Past, keepsNumbers: Bool) {
        let store = past.image.filter { $0.key.hasPrefix(Replica.fileName) }
        let rest = disk.image.filter { !$0.key.hasPrefix(Replica.fileName) }
        disk.replace(with: store.merging(rest) { old, _ in old }, keepsNumbers: keepsNumbers)
        (seen, erased, told, pending) = (past.seen, past.erased, 0, 0)
        (sent, freed) = (VersionVector(), WriteSet())
    }

    /// The machine stops: what SQLite had open fails from now on, and nothing is flushed.
    func stop() {
        disk.arm(.stop, at: 1)
        _ = disk.operate()
        replica = nil
        custody = nil
    }
}
