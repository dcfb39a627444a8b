import BundleFormat
import Causality
import Custody
import Exchange
import FolderExchange
import ReplicaStore

extension World {
    // MARK: Places

    func sync(_ laptop: Laptop, _ dice: Dice) throws -> String {
        let place = dice.pick(places)
        remember(place)
        let result = try visit(laptop, place, FolderDoor(place))
        // Who opens what was sealed is another question than who reads it.
        if result.hasPrefix("applied"), !isSealed { place.holds.formUnion(laptop.seen) }
        return result
    }

    /// One synchronisation through a door; what it refused must have a name.
    func visit(
        _ laptop: Laptop,
        _ place: SimulatedFolder,
        _ door: FolderDoor,
        pullsOnly: Bool = false
    ) throws -> String {
        guard let replica = laptop.replica else { return "off" }
        let (before, known) = (place.names, replica.versionVector)
        let told = laptop.seen.count
        var report = SyncReport()
        let code = try refusal(laptop) {
            report = try exchange(replica, laptop.custody, door, pullsOnly: pullsOnly)
        }
        for refusal in report.refusals { try checkName(refusal.reason) }
        // Before what it said itself in turn counts as told.
        try checkFrontier(laptop, since: known)
        for name in place.names where !before.contains(name) && isBundle(name) {
            if let bytes = place.files[name] { try noteOnRoad(bytes) }
        }
        try checkSecrecy(place)
        if code == nil, !pullsOnly { laptop.told = max(told, laptop.told) }
        try check(laptop)
        let hasTakenAll = code == nil && door.hasShownAll
        try checkQuarantine(laptop, hasTakenAll ? place : nil)
        return code ?? "applied \(report.applied) held \(report.held) sent \(report.sent)"
    }

    /// Often, so that a short world meets it.
    private static let compaction = MailboxCompaction(few: 6, many: 12)

    private func exchange(
        _ replica: Replica,
        _ custody: DeviceCustody?,
        _ door: FolderDoor,
        pullsOnly: Bool
    ) throws -> SyncReport {
        if let custody, !pullsOnly {
            return try SealedSync(custody, replica, door, Self.compaction).run()
        }
        let session = SyncSession(replica, FolderMailbox(door), try custodian(custody))
        return try pullsOnly ? session.pull() : session.run()
    }

    private func isBundle(_ name: String) -> Bool { name.hasSuffix("." + Envelope.fileExtension) }

    private func custodian(_ custody: DeviceCustody?) throws -> any Custodian {
        try custody.map { try SealedCustodian($0) } ?? ClearCustodian()
    }

    // MARK: The wire

    /// A bundle or a bare delta goes to a colleague, for what somebody is thought to know.
    func send(_ laptop: Laptop, _ dice: Dice) throws -> String {
        guard let replica = laptop.replica else { return "off" }
        let receiver = (laptop.number + 1 + dice.below(laptops.count - 1)) % laptops.count
        let bases = [laptops[receiver], dice.pick(laptops)].map {
            $0.replica?.versionVector ?? VersionVector()
        }
        let base = dice.pick(bases + [VersionVector(), laptop.sent, laptop.sent])
        let isBare = dice.below(4) == 0 && !isSealed
        var bytes: [UInt8] = []
        let code = try refusal(laptop) {
            let delta = try replica.delta(since: base)
            bytes = isBare ? delta.bytes : try bundle(delta, from: laptop, replica)
            if isBare { try dots.note(delta.bytes) } else { try noteOnRoad(bytes) }
        }
        if code == nil {
            messages.append(
                Message(receiver: receiver, bytes: bytes, isBare: isBare, sentAt: now)
            )
            laptop.told = laptop.seen.count
            laptop.sent = replica.versionVector
        }
        return code ?? "sent to \(receiver)"
    }

    private func bundle(_ delta: Delta, from laptop: Laptop, _ replica: Replica) throws -> [UInt8] {
        try custodian(laptop.custody).seal(try Envelope(delta, of: replica))
    }

    /// A bundle with what a colleague lacks; nil where none can be made.
    func bundle(since base: VersionVector, from laptop: Laptop) throws -> [UInt8]? {
        guard let replica = laptop.replica else { return nil }
        var bytes: [UInt8]?
        _ = try refusal(laptop) {
            let made = try bundle(try replica.delta(since: base), from: laptop, replica)
            try noteOnRoad(made)
            bytes = made
        }
        return bytes
    }

    /// One of the oldest messages arrives: what builds on another may be there before it.
    func deliver(_ dice: Dice) throws -> String {
        guard !messages.isEmpty else { return "nothing" }
        return try arrive(messages.remove(at: dice.below(min(3, messages.count))))
    }

    func arrive(_ message: Message) throws -> String {
        let laptop = laptops[message.receiver]
        guard let replica = laptop.replica else { return "off" }
        let known = replica.versionVector
        var result = ""
        let code = try refusal(laptop, isSpoiled: message.isSpoiled) {
            if message.isBare {
                result = "applied \(try replica.apply(message.bytes).changes)"
                return
            }
            let receiver = Receiver(replica, try custodian(laptop.custody))
            let reception = try receiver.receive(message.bytes)
            if case .refused(let code, let text) = reception {
                try checkName("\(text) [\(code)]")
                guard message.isSpoiled || isExplained(code) else {
                    throw Violation(.refusal, "\(code): \(text)")
                }
            }
            _ = try receiver.applyHeld()
            result = "\(reception)".prefix { $0 != "(" }.description
        }
        try check(laptop)
        try checkFrontier(laptop, since: known)
        try checkQuarantine(laptop, nil)
        return code ?? result
    }

    /// The sender knew who joined or renewed keys, and the receiver did not, or the other way round.
    private func isExplained(_ code: String) -> Bool {
        isSealed && ["no-stanza-for-me", "later-log"].contains(code)
    }

    /// A colleague's latest bundle comes before the one that it builds on.
    func receiveEarly(_ laptop: Laptop, _ dice: Dice) throws {
        let other = laptops[(laptop.number + 1 + dice.below(laptops.count - 1)) % laptops.count]
        guard let replica = other.replica else { return }
        if replica.versionVector.isEmpty { _ = try write(other, dice) }
        let base = replica.versionVector
        _ = try write(other, dice)
        guard let bytes = try bundle(since: base, from: other) else { return }
        _ = try arrive(
            Message(receiver: laptop.number, bytes: bytes, isBare: false, sentAt: now)
        )
    }
}
