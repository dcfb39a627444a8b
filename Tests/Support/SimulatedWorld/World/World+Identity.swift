import ReplicaStore
import TestKit

extension World {
    /// The most laptops that a world may come to have.
    static let maximumLaptops = 6

    /// A closed store is copied to another machine, and both are opened.
    func copyStore(_ laptop: Laptop) throws -> String {
        guard laptops.count < Self.maximumLaptops else { return "enough" }
        guard !isSealed || administrator?.skew ?? -1 >= 0 else { return "nobody to ask" }
        try note(.copyStore, laptop)
        let number = laptops.count
        let copy = Laptop(
            number,
            folder: folders + "\(number)",
            plan.rule,
            laptop.release,
            Dice(seed, 7, UInt64(number))
        )
        try laptop.close()
        laptop.keepImage()
        guard SimulatedVFS.mount(copy.disk) else {
            throw Violation(.integrity, "SQLite takes no simulated disk")
        }
        copy.copy(laptop)
        copy.clock.set(now)
        laptops.append(copy)
        for each in [laptop, copy] {
            try each.open()
            try check(each)
        }
        guard laptop.replica?.id != copy.replica?.id else {
            throw Violation(.dots, "a copy writes under the name of its original")
        }
        // Keys are of one machine: the copy asks for its own.
        if let administrator, try !join(copy, administrator) {
            throw Violation(.membership, "an invitation expired as it was made")
        }
        return "copied to \(number)"
    }

    /// The store's files are put back to what they were, from a backup of the folder.
    func putBack(_ laptop: Laptop, _ dice: Dice) throws -> String {
        guard !laptop.past.isEmpty else { return "no backup" }
        try note(.putBack, laptop)
        let past = dice.pick(laptop.past)
        try laptop.close()
        let lost = laptop.seen.subtracting(past.seen)
        laptop.putBack(past, keepsNumbers: dice.flip())
        giveUp(lost)
        try laptop.open()
        try check(laptop)
        return "put back by \(lost.count)"
    }

    /// Of what was lost in one spot, nobody is asked for what is nowhere else.
    func giveUp(_ lost: WriteSet) {
        let held = members.map(\.seen) + places.map(\.holds)
        history.giveUp(held.reduce(lost) { $0.subtracting($1) })
    }

    /// Former names never answer again: deletions are freed without them.
    func setFormerNamesAside() throws {
        let former = names.subtracting(members.compactMap { $0.replica?.id })
        for laptop in members {
            for name in former.sorted() { try laptop.replica?.setAside(name) }
        }
    }
}
