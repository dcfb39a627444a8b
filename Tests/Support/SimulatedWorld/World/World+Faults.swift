import BundleFormat
import Causality
import Exchange
import FolderExchange
import Records
import ReplicaStore
import TestKit

extension World {
    // MARK: The wire

    func disturbWire(_ deed: Deed, _ dice: Dice) throws -> String {
        guard !messages.isEmpty else { return "nothing" }
        let index = dice.below(messages.count)
        let message = messages[index]
        try note(deed, laptops[message.receiver])
        switch deed {
        case .lose:
            messages.remove(at: index)
            return "lost"
        case .duplicate:
            messages.append(message)
            return try arrive(message)
        case .truncate:
            let kept = dice.below(max(1, message.bytes.count))
            messages[index].bytes = Array(message.bytes.prefix(kept))
            messages[index].isSpoiled = true
            return try arrive(messages.remove(at: index))
        default:
            messages.swapAt(0, index)
            return try arrive(messages.remove(at: messages.count - 1))
        }
    }

    // MARK: Places

    /// Keeps what lies in the first place, for keys that come late and backups that are put back.
    func remember(_ place: SimulatedFolder) {
        guard place === places[0], pastPlaces.last != place.files else { return }
        pastPlaces.append(place.files)
    }

    func visitBadly(_ deed: Deed, _ laptop: Laptop, _ dice: Dice) throws -> String {
        let place = dice.pick(places)
        let old = pastPlaces.isEmpty ? [:] : dice.pick(pastPlaces)
        try note(deed, laptop)
        switch deed {
        case .oneWay where dice.flip():
            return try visit(laptop, place, FolderDoor(place, stale: [:]))
        case .oneWay:
            return try visit(laptop, place, FolderDoor(place, isWritable: false))
        case .lateKey:
            now += UInt64(14 + dice.below(28)) * 86_400_000
            return try visit(laptop, place, FolderDoor(place, stale: old), pullsOnly: true)
        default:
            return try visit(laptop, place, FolderDoor(place, verbs: dice.below(12)))
        }
    }

    func disturbPlace(_ deed: Deed, _ laptop: Laptop, _ dice: Dice) throws -> String {
        let place = deed == .restoreHub ? places[0] : dice.pick(places)
        guard !place.files.isEmpty else { return "empty" }
        try note(deed, laptop)
        let name = dice.pick(place.names)
        let bytes = place.files[name] ?? []
        if deed != .copyBundle, deed != .misplace {
            let lost = place.holds
            place.holds = WriteSet()
            giveUp(lost)
        }
        switch deed {
        case .loseBundle: place.files[name] = nil
        case .cutBundle: place.files[name] = Array(bytes.prefix(dice.below(max(1, bytes.count))))
        case .copyBundle: place.files["Copie de " + name] = bytes
        case .misplace:
            place.files["voisin.passerelle"] = isSealed ? try forged(bytes, dice) : neighbour(bytes)
        default: place.files = pastPlaces.isEmpty ? [:] : dice.pick(pastPlaces)
        }
        return try sync(laptop, dice)
    }

    /// The bundle as another landlord would have sent it; a cut one as it is.
    private func neighbour(_ bytes: [UInt8]) -> [UInt8] {
        guard let bundle = try? Envelope(bytes),
            let id = RecordID(bytes: Dice(seed, 6).bytes(16)),
            let partition = PartitionID(kind: .landlord, id: id, code: "B5")
        else { return bytes }
        return Envelope(
            kind: .delta,
            partition: partition,
            sender: bundle.sender,
            sequence: bundle.sequence,
            base: bundle.base,
            target: bundle.target,
            body: bundle.body
        ).bytes
    }

    /// Somebody takes a colleague's laptop for lost, on this one only; it may come back.
    func setAside(_ laptop: Laptop, _ dice: Dice) throws -> String {
        let other = laptops[(laptop.number + 1 + dice.below(laptops.count - 1)) % laptops.count]
        guard let replica = laptop.replica, let lost = other.replica?.id else { return "off" }
        try note(.setAside, laptop)
        try replica.setAside(lost)
        history.listed.remove(lost.bytes)
        return "\(other.number) is aside"
    }

    /// A newer version is installed: it adopts what was kept for it, and writes nothing.
    func upgrade(_ laptop: Laptop) throws -> String {
        guard laptop.release == .older else { return "newest" }
        try note(.upgrade, laptop)
        let before = laptop.replica?.versionVector
        try laptop.close()
        laptop.upgrade()
        try laptop.open()
        guard laptop.replica?.versionVector == before else {
            throw Violation(.atomicity, "an upgrade wrote something")
        }
        try check(laptop)
        return "upgraded"
    }

    /// A laptop learns of the erasures that were ordered so far, and perhaps of one more: the orders
    /// stand in one list.
    func erase(_ laptop: Laptop, _ dice: Dice) throws -> String {
        let isNews = erased.isSubset(of: laptop.erased) || dice.flip()
        try note(.erase, laptop)
        try erase(isNews ? erased.union([dice.pick(rows)]) : erased, laptop)
        return try write(laptop, dice)
    }

    func erase(_ ids: Set<RecordID>, _ laptop: Laptop) throws {
        try laptop.replica?.erase(Set(ids.map { RowName(PersonSchema.person, $0) }))
        laptop.erased.formUnion(ids)
        erased.formUnion(ids)
        laptop.checked = nil
        try check(laptop)
    }

    // MARK: Machines

    /// A fault of the disk strikes at the k-th operation of something that the laptop does.
    func strike(_ deed: Deed, _ laptop: Laptop, _ dice: Dice) throws -> String {
        try note(deed, laptop)
        laptop.disk.arm(deed.diskFault, at: 1 + dice.below(24))
        let writes = dice.chance(70)
        let operations = laptop.disk.operations
        let result = try writes ? write(laptop, dice) : sync(laptop, dice)
        let hasStruck = laptop.disk.struck != nil
        if hasStruck, writes, laptop.disk.operations > operations {
            outcome.coverage.note(deed, .midTransaction)
        }
        switch deed {
        case .stopMidway: try restart(laptop, .everything, dice)
        case .cutPowerMidway: try restart(laptop, dice.pick(Survival.allCases), dice)
        default: laptop.disk.mend()
        }
        if laptop.replica == nil { try laptop.open() }
        try check(laptop)
        return "\(result) \(hasStruck ? "struck" : "spared")"
    }

    /// The machine stops between a commit and whatever its user would have been told.
    func stop(_ deed: Deed, _ laptop: Laptop, _ dice: Dice) throws -> String {
        try note(deed, laptop)
        let result = try dice.flip() ? write(laptop, dice) : sync(laptop, dice)
        let survival = deed == .stopAfterwards ? .everything : dice.pick(Survival.allCases)
        try restart(laptop, survival, dice)
        return result
    }

    func restart(_ laptop: Laptop, _ survival: Survival, _ dice: Dice) throws {
        laptop.stop()
        laptop.disk.restart(survival, dice)
        try laptop.open()
        try check(laptop)
    }

    // MARK: Clocks

    /// Ten years off at most, either way; or right again; or one day back.
    func setClock(_ laptop: Laptop, _ dice: Dice) throws -> String {
        try note(.setClock, laptop)
        let decade = 10 * 365 * 86_400_000
        laptop.skew =
            switch dice.below(4) {
            case 0: 0
            case 1: -86_400_000
            default: Int64(dice.below(2 * decade) - decade)
            }
        laptop.clock.set(UInt64(clamping: Int64(now) + laptop.skew))
        return try write(laptop, dice)
    }

    // MARK: Coverage

    /// Counts what a fault meets.
    func note(_ deed: Deed, _ laptop: Laptop) throws {
        for situation in try situations(of: laptop) { outcome.coverage.note(deed, situation) }
    }

    private func situations(of laptop: Laptop) throws -> [Situation] {
        guard let replica = laptop.replica else { return [] }
        var met: [Situation] = []
        if laptop.seen.isEmpty { met.append(.newcomer) }
        if laptop.seen.count > laptop.told { met.append(.unsent) }
        if try !replica.heldBundles().isEmpty { met.append(.held) }
        if try !replica.conflicts().isEmpty { met.append(.conflict) }
        if try replica.pendingDeletions() > 0 { met.append(.graves) }
        if !laptop.freed.isEmpty { met.append(.freed) }
        if laptops.contains(where: { !$0.freed.isSubset(of: laptop.seen) }) { met.append(.behind) }
        return met.isEmpty ? [.idle] : met
    }
}

extension Deed {
    fileprivate var diskFault: DiskFault {
        switch self {
        case .fillDisk: .full
        case .failOnce: .failsOnce
        case .failDisk: .fails
        case .storeHalf: .storesHalf
        default: .stop
        }
    }
}
