import InventedPeople
import Statistics
import Testing

/// A region small enough to try every set of its persons: what each table says, atom by atom.
struct AtomWorld {
    /// Persons of one landlord, at one place, with one category.
    struct Atom: Hashable {
        let landlord: Int
        let leaf: NodePath
        let category: String
    }

    let axis: Axis
    let variable: Variable
    let atoms: [Atom]
    let counts: [Int]
    let statements: [DetailedStatement]
    let policy: ReleasePolicy

    /// Draws how many persons each atom has, small numbers and zeros most often.
    init(
        _ axis: Axis,
        _ code: String,
        leaves: [NodePath],
        landlords: Int,
        threshold: Int,
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        self.axis = axis
        let variable = try #require(Catalogue.current.variables.first { $0.code == code })
        self.variable = variable
        atoms = (0..<landlords).flatMap { landlord in
            leaves.flatMap { leaf in
                variable.categories.map { Atom(landlord: landlord, leaf: leaf, category: $0) }
            }
        }
        counts = atoms.map { _ in random.chance(25) ? 0 : random.below(random.pick([4, 9, 16, 40]))
        }
        policy = try ReleasePolicy(threshold: threshold)
        var statements: [DetailedStatement] = []
        for landlord in 0..<landlords {
            let persons = zip(atoms, counts).filter { $0.0.landlord == landlord }
            statements.append(
                try Self.statement(landlord, persons, (axis, variable, leaves), threshold)
            )
        }
        self.statements = statements
    }

    private static func statement(
        _ landlord: Int,
        _ persons: [(Atom, Int)],
        _ table: (Axis, Variable, [NodePath]),
        _ threshold: Int
    ) throws -> DetailedStatement {
        var random = SeededGenerator(seed: 7)
        let home = try NodePath(["59", "1", "a"])
        let stock = InventedStock(territories: table.0 == .territory ? table.2 : [home])
        var invented = InventedLandlord(code: "B\(landlord + 1)", stock: stock)
        for (atom, count) in persons {
            for _ in 0..<count {
                var tenant = try InventedTenant(at: home, &random)
                tenant.places[table.0] = atom.leaf
                tenant.answers[table.1.code] = atom.category
                invented.tenants.append(tenant)
            }
        }
        return try invented.statement(threshold: threshold)
    }

    /// The tables of the axis that tell persons or the variable.
    var tables: [TableID] {
        Catalogue.current.tables.filter {
            $0.axis == axis && ($0.variable == nil || $0.variable == variable.code)
        }
    }

    /// The atoms of each group of each block that the region publishes.
    func published() -> [Set<Int>] {
        let region = RegionTables(statements, under: policy)
        return tables.flatMap { table in
            sets(table) { atom in
                let own = statements[atom.landlord].tables[table]
                return own.flatMap { Self.block($0.blocks.keys, atom.leaf) }
                    .flatMap { block in
                        region.tables[table].flatMap { Self.block($0.blocks.keys, block) }
                    }
            }
        }
    }

    /// The same of one landlord's statement.
    func sent(by landlord: Int) -> [Set<Int>] {
        tables.flatMap { table in
            sets(table) { atom in
                guard atom.landlord == landlord else { return nil }
                return statements[landlord].tables[table]
                    .flatMap { Self.block($0.blocks.keys, atom.leaf) }
            }
        }
    }

    /// The atoms of one landlord, each alone: what it knows itself.
    func own(_ landlord: Int) -> [Set<Int>] {
        atoms.indices.filter { atoms[$0].landlord == landlord }.map { [$0] }
    }

    /// One landlord's whole, by category.
    func whole(_ landlord: Int) -> [Set<Int>] {
        variable.categories.map { category in
            Set(
                atoms.indices.filter {
                    atoms[$0].landlord == landlord && atoms[$0].category == category
                }
            )
        }
    }

    func persons(in set: UInt64) -> Int {
        counts.indices.reduce(0) { $0 + (set >> UInt64($1) & 1 == 1 ? counts[$1] : 0) }
    }

    private func sets(_ table: TableID, _ block: (Atom) -> NodePath?) -> [Set<Int>] {
        let steps = table.variable == nil ? nil : variable.steps[table.step - 1]
        var sets: [String: Set<Int>] = [:]
        for (index, atom) in atoms.enumerated() {
            guard let place = block(atom) else { continue }
            let group = steps.map { Self.group(atom.category, $0, variable) } ?? ""
            sets[place.text + " " + group, default: []].insert(index)
        }
        return Array(sets.values)
    }

    private static func group(_ category: String, _ step: Variable.Step, _ variable: Variable)
        -> String
    {
        let index = variable.categories.firstIndex(of: category) ?? 0
        return step.group(ofCategory: index)
    }

    private static func block(_ keys: some Collection<NodePath>, _ path: NodePath) -> NodePath? {
        path.upwards.first { keys.contains($0) }
    }
}
