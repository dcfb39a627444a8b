import Causality
import Custody
import Membership
import Records
import ReplicaStore
import Sealing
import TestKit

extension World {
    /// The laptop that holds the administration, as it knows itself; none while it is handed over.
    var administrator: Laptop? {
        members.first { laptop in
            guard let custody = laptop.custody else { return false }
            return (try? custody.requireAdministrator()) != nil
        }
    }

    /// The laptops whose membership nobody has ended.
    var members: [Laptop] { laptops.filter { !$0.isRevoked } }

    /// The first laptop founds the landlord and enrols the others.
    func found(_ partition: PartitionID) throws {
        let founder = laptops[0]
        let landlord = Landlord(partition, try founder.found(partition))
        self.landlord = landlord
        try register(founder)
        for laptop in laptops.dropFirst() {
            guard try join(laptop, founder) else {
                throw Violation(.membership, "an invitation expired as it was made")
            }
        }
    }

    private func register(_ laptop: Laptop) throws {
        guard let custody = laptop.custody,
            let member = try custody.log().roster.members[custody.device]
        else { throw Violation(.membership, "laptop \(laptop.number) is no member") }
        landlord?.register(member)
    }

    /// Two files and the words; whether the invitation was in time, by two clocks.
    func join(_ newcomer: Laptop, _ administrator: Laptop) throws -> Bool {
        guard let landlord, let custody = administrator.custody else { return false }
        let request = try newcomer.ask()
        let (invitation, _) = try custody.invite(request, into: landlord.partition)
        do {
            _ = try newcomer.custody?.accept(invitation, code: invitation.code.description)
        } catch let error as CustodyError where error.message.hasSuffix("[expired]") {
            guard administrator.skew < 0 else {
                throw Violation(.membership, "an invitation expired at once")
            }
            return false
        }
        try register(newcomer)
        return true
    }

    // MARK: Deeds

    /// Somebody new gets a laptop while the others work.
    func enrol(_ dice: Dice) throws -> String {
        guard laptops.count < Self.maximumLaptops else { return "enough" }
        guard let landlord, let administrator else { return "nobody to ask" }
        try note(.enrol, administrator)
        let number = laptops.count
        let newcomer = Laptop(
            number,
            folder: folders + "\(number)",
            plan.rule,
            plan.isMixed && dice.flip() ? .older : .newer,
            Dice(seed, 15, dice.next())
        )
        newcomer.clock.set(now)
        try newcomer.create(landlord.partition)
        guard try join(newcomer, administrator) else {
            try newcomer.close()
            SimulatedVFS.unmount(newcomer.disk)
            return "too late"
        }
        laptops.append(newcomer)
        guard dice.flip() else { return "enrolled \(number)" }
        let result = try sync(administrator, dice)
        return "enrolled \(number), \(result), \(try sync(newcomer, dice))"
    }

    /// A laptop is lost or stolen, or goes with its agent: it is heard no more.
    func revoke(_ dice: Dice) throws -> String {
        guard let (administrator, custody, others) = try othersThanAdministrator() else {
            return "nobody else"
        }
        let lost = dice.pick(others)
        try note(.revoke, lost)
        try custody.revoke(
            try station(of: lost, custody),
            .lost,
            known: administrator.replica?.versionVector ?? VersionVector()
        )
        lost.isRevoked = true
        let entry = try custody.log().roster.head.sequence
        if let device = lost.custody?.device { landlord?.noteRevoked(device, by: entry) }
        giveUp(lost.seen)
        return "\(lost.number)\(dice.flip() ? ", " + (try sync(administrator, dice)) : "")"
    }

    func handOver(_ dice: Dice) throws -> String {
        guard let (administrator, custody, others) = try othersThanAdministrator() else {
            return "nobody else"
        }
        let next = dice.pick(others)
        try note(.handOver, administrator)
        try custody.handOver(to: try station(of: next, custody))
        guard dice.flip() else { return "to \(next.number)" }
        return "to \(next.number), \(try sync(administrator, dice)), \(try sync(next, dice))"
    }

    private func othersThanAdministrator() throws -> (Laptop, DeviceCustody, [Laptop])? {
        guard let administrator, let custody = administrator.custody else { return nil }
        let others = members.filter { $0 !== administrator }
        return others.isEmpty ? nil : (administrator, custody, others)
    }

    private func station(of laptop: Laptop, _ custody: DeviceCustody) throws -> Station {
        let roster = try custody.log().roster
        guard let station = laptop.custody.flatMap({ roster.members[$0.device]?.station }) else {
            throw Violation(.membership, "the administrator does not know \(laptop.number)")
        }
        return station
    }

    /// A month passes; the laptop is started anew, destroys old keys and renews its own.
    func rollMonth(_ laptop: Laptop, _ dice: Dice) throws -> String {
        try note(.rollMonth, laptop)
        now += UInt64(20 + dice.below(25)) * 86_400_000
        for each in laptops { each.clock.set(UInt64(clamping: Int64(now) + each.skew)) }
        let result = try reopen(laptop)
        let moment = laptop.clock.now()
        guard try !laptop.keyring().receiveKeys.keys.contains(where: { $0.isOver(at: moment) })
        else { throw Violation(.secrecy, "laptop \(laptop.number) keeps keys of months long over") }
        return "\(result), \(try sync(laptop, dice))"
    }

    // MARK: Who was revoked and has not heard

    /// It works on, and leaves its work in a place without looking at what lies there.
    func carryOn(_ dice: Dice) throws -> String {
        let unaware = try laptops.filter { try $0.isRevoked && $0.isMember() }
        guard !unaware.isEmpty else { return "nobody" }
        let laptop = dice.pick(unaware)
        try note(.carryOn, laptop)
        let result = try write(laptop, dice)
        let place = dice.pick(places)
        return "\(laptop.number) \(result), "
            + (try visit(laptop, place, FolderDoor(place, stale: [:])))
    }

    /// A colleague who has not heard either takes its work and passes it on.
    func relay(_ dice: Dice) throws -> String {
        let pairs = try laptops.filter { try $0.isRevoked && $0.isMember() }.flatMap { lost in
            try members.filter { try isMember(lost, for: $0) }.map { (lost, $0) }
        }
        guard !pairs.isEmpty else { return "nobody" }
        let (lost, colleague) = dice.pick(pairs)
        try note(.relay, colleague)
        _ = try write(lost, dice)
        let known = colleague.replica?.versionVector ?? VersionVector()
        guard let bytes = try bundle(since: known, from: lost) else { return "off" }
        let message = Message(receiver: colleague.number, bytes: bytes, isBare: false, sentAt: now)
        let result = try arrive(message)
        return "\(lost.number) to \(colleague.number) \(result), \(try sync(colleague, dice))"
    }

    private func isMember(_ lost: Laptop, for colleague: Laptop) throws -> Bool {
        guard let device = lost.custody?.device else { return false }
        return try colleague.roster()?.isActive(device) == true
    }
}
