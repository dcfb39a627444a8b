import InventedPeople
import Statistics
import Testing

/// Attacks 1, 4, 6 and 8: everything that can be subtracted from one release or one statement.
struct ExactAttackTests {
    private static let seeds = Array(UInt64(0)..<60)

    private static func worlds(_ seed: UInt64) throws -> [AtomWorld] {
        let one = try ["a", "b", "c", "d"].map { try NodePath(["59", "1", $0]) }
        let two = try [["59", "1", "a"], ["59", "1", "b"], ["59", "2", "c"]].map {
            try NodePath($0)
        }
        let sexes = try #require(Axis.sex.listedLeaves)
        return [
            try AtomWorld(
                .territory,
                "barrier_debt",
                leaves: two,
                landlords: 3,
                threshold: 5,
                seed: seed
            ),
            try AtomWorld(
                .territory,
                "theme_rights",
                leaves: one,
                landlords: 2,
                threshold: 5,
                seed: seed
            ),
            try AtomWorld(
                .sex,
                "institutions",
                leaves: sexes,
                landlords: 1,
                threshold: 5,
                seed: seed
            ),
            try AtomWorld(
                .territory,
                "institutions",
                leaves: one,
                landlords: 1,
                threshold: 11,
                seed: seed
            ),
        ]
    }

    private static func isSmall(_ persons: Int, _ world: AtomWorld) -> Bool {
        (1..<world.policy.threshold).contains(persons)
    }

    @Test(arguments: seeds)
    func `no set of persons that a release implies is small`(seed: UInt64) throws {
        for world in try Self.worlds(seed) {
            let attacker = ExactAttacker(atoms: world.atoms.count, published: world.published())
            let small = attacker.knownSets().filter { Self.isSmall(world.persons(in: $0), world) }
            #expect(small == [])
        }
    }

    @Test(arguments: seeds)
    func `a landlord that takes its own persons away finds no small set of others`(
        seed: UInt64
    ) throws {
        let world = try Self.worlds(seed)[0]
        let published = world.published()
        for insider in 0..<3 {
            let own = world.own(insider)
            let others = ~own.joined().reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
            let attacker = ExactAttacker(atoms: world.atoms.count, published: published + own)
            let small = attacker.knownSets().filter {
                $0 & others == $0 && Self.isSmall(world.persons(in: $0), world)
            }
            #expect(small == [])
        }
    }

    @Test(arguments: seeds)
    func `whoever reads a statement finds nothing small but the landlord's whole`(
        seed: UInt64
    ) throws {
        for world in try Self.worlds(seed).dropFirst(2) {
            let whole = ExactAttacker(atoms: world.atoms.count, published: world.whole(0))
            let attacker = ExactAttacker(atoms: world.atoms.count, published: world.sent(by: 0))
            let small = attacker.knownSets().filter {
                Self.isSmall(world.persons(in: $0), world) && !whole.knows($0)
            }
            #expect(small == [])
        }
    }

    @Test func `worlds like these do publish blocks`() throws {
        let sizes = try Self.seeds.map { try Self.worlds($0)[0].published().count }
        #expect(sizes.count { $0 > 3 } > 10)
    }

    @Test func `the attacker finds what is hidden alone`() throws {
        // Parent {0, 1, 2}, children 0 and 1 shown: the third is what is left.
        let attacker = ExactAttacker(atoms: 3, published: [[0, 1, 2], [0], [1]])
        #expect(attacker.knows(0b100))
    }

    @Test func `the attacker finds the set that three tables imply together`() {
        // Eight atoms of three yes-or-no answers; where each pair of answers differs is published.
        let pairs = [(0, 1), (1, 2), (0, 2)].map { first, second in
            Set((0..<8).filter { ($0 >> first & 1) != ($0 >> second & 1) })
        }
        let attacker = ExactAttacker(atoms: 8, published: pairs)
        #expect(attacker.knows(0b0111_1110))
    }

    @Test func `without hiding beside, the attacker would find a small set`() throws {
        let leaves = try ["a", "b", "c"].map { try NodePath(["59", "1", $0]) }
        let counts = [30, 12, 4]
        let bare = leaves.indices.filter { counts[$0] >= 11 }.map { Set([$0]) } + [[0, 1, 2]]
        let attacker = ExactAttacker(atoms: 3, published: bare)
        #expect(attacker.knows(0b100), "4 persons, found by subtraction")
    }
}
