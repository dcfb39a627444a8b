/// A landlord's counts at the finest places and categories; they never leave its machine.
package struct FineCounts: Sendable {
    let catalogue: Catalogue
    /// For each place of an axis: the persons, then each category of each variable in turn.
    private(set) var counts: [Axis: [NodePath: [Int]]] = [:]
    /// Where each variable's categories begin in those counts.
    let starts: [Int]
    private let width: Int

    /// Nobody yet, at the places where the landlord could count somebody.
    ///
    /// The places are public: the communes and neighbourhoods where it lets dwellings, the months of
    /// the programme. One of them with nobody in it is hidden as one with few.
    package init(_ catalogue: Catalogue = .current, places: [Axis: [NodePath]]) {
        self.catalogue = catalogue
        var starts: [Int] = []
        var width = 1
        for variable in catalogue.variables {
            starts.append(width)
            width += variable.categories.count
        }
        self.starts = starts
        self.width = width
        for axis in Axis.allCases {
            let leaves = axis.listedLeaves ?? places[axis] ?? []
            counts[axis] = Dictionary(
                leaves.map { ($0, Array(repeating: 0, count: width)) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    /// Counts one person.
    package mutating func add(_ person: Traits) {
        for (axis, place) in zip(Axis.allCases, person.places) {
            counts[axis]?[place, default: Array(repeating: 0, count: width)].count(
                person.answers,
                starts
            )
        }
    }

    /// How many persons.
    package var persons: Int {
        counts[.sex]?.values.reduce(0) { $0 + $1[0] } ?? 0
    }

    /// Every table of the catalogue, rolled up so that each block but the landlord's whole holds so many.
    ///
    /// A finer step starts from the blocks of the coarser one: whatever a table tells apart, the
    /// table on which it stands tells apart too.
    package func tables(threshold: Int) -> [TableID: Placement<Tally>] {
        var tables: [TableID: Placement<Tally>] = [:]
        for table in catalogue.tables {
            let base = catalogue.base(of: table).flatMap { tables[$0] }
            var placement = Placement<Tally>()
            for (leaf, counts) in counts[table.axis] ?? [:] {
                let place = base?.block(holding: leaf) ?? leaf
                placement.place(tally(counts, table), at: place)
            }
            if placement.blocks.isEmpty {
                placement.place(Tally(catalogue.groups(of: table).map { _ in 0 }), at: .root)
            }
            tables[table] = RollUp.run(placement) { $0.holds(threshold) }
        }
        return tables
    }

    private func tally(_ counts: [Int], _ table: TableID) -> Tally {
        guard let index = catalogue.index(of: table) else { return Tally([counts[0]]) }
        let variable = catalogue.variables[index]
        let start = starts[index]
        let own = counts[start..<start + variable.categories.count]
        return Tally(variable.grouped(own, step: table.step))
    }
}

extension [Int] {
    fileprivate mutating func count(_ answers: [Int], _ starts: [Int]) {
        self[0] += 1
        for (start, answer) in zip(starts, answers) { self[start + answer] += 1 }
    }
}
