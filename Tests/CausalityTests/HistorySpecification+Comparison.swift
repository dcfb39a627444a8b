import Causality

extension HistorySpecification {
    /// What differs between the code and the specification for a closed set, in words.
    func differences(_ set: UInt32, _ model: ReplicaModel) -> [String] {
        var found: [String] = []
        let alive = alive(in: set)
        var expected: [Dot: UInt16] = [:]
        for index in alive.indices where alive[index] != 0 { expected[dot(index)] = alive[index] }
        if model.alive != expected { found.append("live versions") }
        for tag in [UInt8(1), 2]
        where model.clock.winner(of: tag)?.dot != winner(1 << tag, among: alive).map(dot) {
            found.append("tie-break of \(tag)")
        }
        for rule in [DeleteRule.editWins, .deleteWins]
        where model.clock.isVisible(under: rule) != isVisible(set, editWins: rule == .editWins) {
            found.append("visibility \(rule)")
        }
        if model.total != total(set) { found.append("sum of the counter") }
        if model.context != context(of: set) { found.append("context") }
        if !hasTrueEntries(model, alive) { found.append("time, or what a deletion saw") }
        if model.clock.isMarkedDeleted != alive.contains(where: { $0 & Self.deletion != 0 }) {
            found.append("mark of deletion")
        }
        let members = model.clock.elements(of: ReplicaModel.set)
        if members != members.sorted() || members.contains(where: { $0.tag != ReplicaModel.set }) {
            found.append("members")
        }
        if !Self.isCanonical(model.clock) { found.append("canonical form") }
        return found
    }

    /// Whether two versions of one field carry the same time: only the replica decides.
    func hasTie(_ set: UInt32) -> Bool {
        let alive = alive(in: set)
        return Self.fields.contains { field in
            let times = alive.indices.filter { alive[$0] & field != 0 }.map { operations[$0].time }
            return Set(times).count < times.count
        }
    }

    func dot(_ index: Int) -> Dot {
        Dot(ReplicaModel.replica(operations[index].replica), operations[index].counter)
    }

    private func context(of set: UInt32) -> VersionVector {
        var counters: [ReplicaID: UInt64] = [:]
        for index in operations.indices where set & (1 << index) != 0 {
            let dot = dot(index)
            counters[dot.replica] = max(counters[dot.replica] ?? 0, dot.counter)
        }
        return VersionVector(counters)
    }

    /// Whether each live write bears its time and, of a deletion, what it saw.
    private func hasTrueEntries(_ model: ReplicaModel, _ alive: [UInt16]) -> Bool {
        alive.indices.allSatisfy { index in
            guard alive[index] != 0 else { return true }
            let isDeletion = alive[index] & Self.deletion != 0
            let buried = operations.indices
                .filter { isDeletion && operations[index].buried & (1 << $0) != 0 }.map(dot)
            let entry = model.clock.entry(dot(index))
            return entry?.buried == buried.sorted()
                && entry?.time.rawValue == operations[index].time
        }
    }

    /// Entries by dot, elements in order and none twice, nothing spent.
    private static func isCanonical(_ clock: RowClock) -> Bool {
        let dots = clock.entries.map(\.dot)
        return zip(dots, dots.dropFirst()).allSatisfy { $0 < $1 }
            && clock.entries.allSatisfy { entry in
                !entry.isSpent
                    && zip(entry.elements, entry.elements.dropFirst()).allSatisfy { $0 < $1 }
            }
    }
}
