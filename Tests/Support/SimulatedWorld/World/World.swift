import BundleFormat
import Causality
import Records
import ReplicaStore
import Synchronization
import TestKit

/// One landlord's laptops, the places where their bundles lie, and all that goes wrong between them:
/// everything follows from one number.
package final class World {
    /// What a world came to.
    package struct Outcome: Sendable {
        package var trace: Trace
        package var coverage = Coverage()
        package var violation: Violation?
        /// How many transactions were acknowledged.
        package var acknowledged = 0
        /// The steps that were run.
        package var steps: [Int] = []
    }

    /// A bundle or a bare delta on its way.
    struct Message {
        let receiver: Int
        var bytes: [UInt8]
        /// Whether it is a delta without an envelope.
        let isBare: Bool
        let sentAt: UInt64
        var isSpoiled = false
    }

    let seed: UInt64
    /// Whether bundles are sealed, and laptops join and are revoked.
    let isSealed: Bool
    let plan: WorldPlan
    let history: History
    var laptops: [Laptop]
    /// Who belongs, where bundles are sealed.
    var landlord: Landlord?
    let places: [SimulatedFolder]
    /// What lay in the first place at earlier moments.
    var pastPlaces: [[String: [UInt8]]] = []
    var messages: [Message] = []
    /// What was rescued of rows that were freed, by row and tag: values of the plain fields.
    var rescued: [RecordID: [UInt8: Set<Value>]] = [:]
    /// The rows that somebody has erased for good; the others do so when the world settles, or before.
    var erased: Set<RecordID> = []
    /// The words that people write.
    let words: [String]
    /// The rows that transactions choose among.
    var rows: [RecordID]
    var now: UInt64 = 1_770_710_400_000
    var outcome: Outcome
    var dots = DotRegister()
    /// Every name that a replica ever had.
    var names: Set<ReplicaID> = []
    let folders: String

    private static let count = Atomic<Int>(0)

    /// Creates the world of a seed; `keepsLines` keeps the trace for somebody to read.
    package init(seed: UInt64, isSealed: Bool = false, keepsLines: Bool = false) throws {
        self.seed = seed
        self.isSealed = isSealed
        words = isSealed ? Landlord.words(seed) : Editor.words
        plan = WorldPlan(seed: seed, isSealed: isSealed)
        history = History(plan.rule)
        // The path tells worlds that run side by side apart; nothing depends on it.
        let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
        folders = SimulatedVFS.root + "\(number)-"
        laptops = (0..<plan.laptops).map { [folders, plan] index in
            let dice = Dice(seed, 1, UInt64(index))
            let release: PersonSchema.Release = plan.isMixed && dice.flip() ? .older : .newer
            return Laptop(index, folder: folders + "\(index)", plan.rule, release, dice)
        }
        places = (0..<plan.places).map { _ in SimulatedFolder() }
        rows = (0..<plan.naturalRows).map { .natural(PersonSchema.person, [UInt8($0)]) }
        outcome = Outcome(trace: Trace(keepsLines: keepsLines))
    }

    deinit { for laptop in laptops { SimulatedVFS.unmount(laptop.disk) } }

    /// Runs the world, or those of its steps that are named, and holds it to every law.
    package func run(only kept: [Int]? = nil) -> Outcome {
        do {
            try create()
            for step in kept ?? Array(0..<plan.steps) {
                outcome.steps.append(step)
                try take(step)
            }
            try settle()
        } catch let violation as Violation {
            outcome.violation = violation
        } catch {
            outcome.violation = Violation(.refusal, "an error without a name: \(error)")
        }
        outcome.acknowledged = history.all.count
        return outcome
    }

    private func create() throws {
        let bytes = Dice(seed, 2).bytes(16)
        guard let id = RecordID(bytes: bytes),
            let partition = PartitionID(kind: .landlord, id: id, code: "B4")
        else { throw Violation(.integrity, "no partition") }
        for laptop in laptops {
            laptop.clock.set(now)
            try laptop.create(partition)
        }
        if isSealed { try found(partition) }
        guard plan.isListed else { return }
        let replicas = laptops.compactMap { $0.replica?.id }
        history.listed = Set(replicas.map(\.bytes))
        for laptop in laptops { try laptop.replica?.expect(replicas) }
    }

    private func take(_ step: Int) throws {
        let dice = Dice(seed, 3, UInt64(step))
        let deed = plan.deed(dice)
        let laptop = laptops[dice.below(laptops.count)]
        now += UInt64(dice.below(6 * 3_600_000)) + (dice.chance(10) ? 3 * 86_400_000 : 0)
        for each in laptops {
            each.entropy.dice = Dice(seed, 4, UInt64(step), UInt64(each.number))
            each.clock.set(UInt64(clamping: Int64(now) + each.skew))
        }
        if !Deed.work.contains(deed), Dice(seed, 10, UInt64(step)).chance(plan.earliness) {
            try receiveEarly(laptop, Dice(seed, 11, UInt64(step)))
        }
        let result = try perform(deed, laptop, dice)
        outcome.trace.note(
            "\(step) \(deed) \(laptop.number) \(result) \(try vector(of: laptop))"
        )
    }

    private func perform(_ deed: Deed, _ laptop: Laptop, _ dice: Dice) throws -> String {
        switch deed {
        case .write: try write(laptop, dice)
        case .sync: try sync(laptop, dice)
        case .send: try send(laptop, dice)
        case .deliver: try deliver(dice)
        case .resolve: try resolve(laptop, dice)
        case .reopen: try reopen(laptop)
        case .massEdit, .massDelete: try mass(deed, laptop, dice)
        case .lose, .duplicate, .truncate, .reorder: try disturbWire(deed, dice)
        case .oneWay, .lateKey, .looseCable: try visitBadly(deed, laptop, dice)
        case .loseBundle, .cutBundle, .copyBundle, .restoreHub, .misplace:
            try disturbPlace(deed, laptop, dice)
        case .setAside: try setAside(laptop, dice)
        case .upgrade: try upgrade(laptop)
        case .erase: try erase(laptop, dice)
        case .copyStore: try copyStore(laptop)
        case .putBack: try putBack(laptop, dice)
        case .stopMidway, .cutPowerMidway, .fillDisk, .failOnce, .failDisk, .storeHalf:
            try strike(deed, laptop, dice)
        case .stopAfterwards, .cutPowerAfterwards: try stop(deed, laptop, dice)
        case .setClock: try setClock(laptop, dice)
        case .enrol: try enrol(dice)
        case .revoke: try revoke(dice)
        case .handOver: try handOver(dice)
        case .rollMonth: try rollMonth(laptop, dice)
        case .carryOn: try carryOn(dice)
        case .relay: try relay(dice)
        case .release: try release(dice)
        }
    }

    private func vector(of laptop: Laptop) throws -> String {
        laptop.replica.map { "\($0.versionVector)" } ?? "off"
    }
}
