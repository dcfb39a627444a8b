/// Finds every set of persons whose number follows from published numbers, by linear algebra.
///
/// The persons are split into atoms, no figure tells those of one atom apart. A published number is
/// the count of some atoms. A set of atoms follows exactly where it is a combination of published
/// sets, that is, where nothing that all of these are blind to can be seen in it.
struct ExactAttacker {
    private static let prime = 1_000_000_007

    /// What no published set sees: a basis, one row for each.
    private let blind: [[Int]]
    private let atoms: Int

    /// Takes the published sets, each as the atoms in it.
    init(atoms: Int, published: [Set<Int>]) {
        self.atoms = atoms
        var rows: [[Int]] = []
        var pivots: [Int] = []
        for set in published {
            var row = (0..<atoms).map { set.contains($0) ? 1 : 0 }
            for (pivot, known) in zip(pivots, rows) where row[pivot] != 0 {
                Self.add(&row, known, times: Self.prime - row[pivot])
            }
            guard let pivot = row.firstIndex(where: { $0 != 0 }) else { continue }
            let inverse = Self.power(row[pivot], Self.prime - 2)
            row = row.map { $0 * inverse % Self.prime }
            for index in rows.indices where rows[index][pivot] != 0 {
                Self.add(&rows[index], row, times: Self.prime - rows[index][pivot])
            }
            rows.append(row)
            pivots.append(pivot)
        }
        blind = (0..<atoms).filter { !pivots.contains($0) }.map { free in
            var vector = Array(repeating: 0, count: atoms)
            vector[free] = 1
            for (pivot, row) in zip(pivots, rows) {
                vector[pivot] = (Self.prime - row[free]) % Self.prime
            }
            return vector
        }
    }

    /// Whether the number of persons in a set follows.
    func knows(_ set: UInt64) -> Bool {
        blind.allSatisfy { vector in
            var sum = 0
            for atom in 0..<atoms where set >> UInt64(atom) & 1 == 1 { sum += vector[atom] }
            return sum % Self.prime == 0
        }
    }

    /// Every set that follows, the empty one left out.
    func knownSets() -> [UInt64] {
        (1..<(UInt64(1) << UInt64(atoms))).filter(knows)
    }

    private static func add(_ row: inout [Int], _ other: [Int], times factor: Int) {
        for index in row.indices { row[index] = (row[index] + other[index] * factor) % prime }
    }

    private static func power(_ base: Int, _ exponent: Int) -> Int {
        var result = 1
        var base = base
        var exponent = exponent
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
