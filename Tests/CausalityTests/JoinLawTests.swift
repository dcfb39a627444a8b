import Causality
import Testing

/// The join against an independent specification, and its laws.
struct JoinLawTests {
    typealias Intent = HistorySpecification.Intent

    /// What the writes of a random history may do, by the rule they exercise.
    struct Kind: CustomTestStringConvertible {
        let testDescription: String
        let intents: [Intent]
    }

    private static let latest: [Intent] = [
        .write(cells: 0b110), .write(cells: 0b10), .write(cells: 0b100), .elsewhere,
    ]
    private static let set: [Intent] = [
        .write(cells: 0b1000), .write(cells: 0b10000), .write(cells: 0b11000),
        .write(cells: 0, removing: 0b1000), .write(cells: 0b10, removing: 0b11000),
        .write(cells: 0b10000, removing: 0b1000),
    ]
    private static let counter: [Intent] = [
        .count(by: 1), .count(by: -2), .count(by: 0), .elsewhere,
    ]
    private static let mixed = latest + set + counter + [.delete, .delete, .delete, .delete]

    private static let kinds = [
        Kind(testDescription: "latest", intents: latest),
        Kind(testDescription: "set", intents: set),
        Kind(testDescription: "counter", intents: counter),
        Kind(testDescription: "counter and deletion", intents: counter + [.delete]),
        Kind(testDescription: "all, with deletion", intents: mixed),
    ]

    @Test func `every triple of states of every history about one meeting obeys the laws`() {
        let intents = [
            Self.mixed[0], Self.mixed[1], Self.set[0], Self.set[3], .delete, .count(by: 1),
        ]
        var triples = 0
        for first in intents {
            for second in intents {
                for third in intents {
                    var history = History()
                    history.append(.write(cells: 0b1110), replica: 0, time: 1, received: 0)
                    history.append(first, replica: 1, time: 2, received: 0b1)
                    history.append(second, replica: 2, time: 2, received: 0b1)
                    history.append(third, replica: 0, time: 2, received: 0b11)
                    history.append(first, replica: 2, time: 1, received: 0b1100)
                    history.append(second, replica: 1, time: 1, received: 0b1001)
                    triples += checkEveryTriple(of: history)
                }
            }
        }
        #expect(triples == 287_496)
    }

    @Test(arguments: kinds)
    func `a million random triples of states agree with the specification`(_ kind: Kind) {
        var random = SplitMix64(state: 20_261_123)
        var (cases, races) = (0, 0)
        while cases < Volume.cases {
            let history = randomHistory(kind.intents, &random)
            let sets = history.closedSets
            for _ in 0..<50 {
                let picked = (0..<3).map { _ in sets[random.below(sets.count)] }
                guard check(history, picked) else { return }
                cases += 1
                races += history.specification.hasRace(picked.reduce(0, |)) ? 1 : 0
            }
        }
        #expect(cases == Volume.cases)
        #expect(races > cases / 2, "writes must race in most cases, or the test shows little")
    }

    private func checkEveryTriple(of history: History) -> Int {
        let states = history.closedSets.map { ($0, history.model(of: $0)) }
        for (set, model) in states { #expect(history.specification.differences(set, model) == []) }
        for (_, a) in states {
            for (_, b) in states {
                let ab = ReplicaModel.join(a, b)
                if ab != ReplicaModel.join(b, a) { Issue.record("join does not commute") }
                if ReplicaModel.join(ab, b) != ab { Issue.record("join is not idempotent") }
                for (_, c) in states
                where ReplicaModel.join(ab, c) != ReplicaModel.join(a, ReplicaModel.join(b, c)) {
                    Issue.record("join is not associative")
                }
            }
        }
        return states.count * states.count * states.count
    }

    /// Whether the three states obey the laws and their join is what the specification says.
    private func check(_ history: History, _ sets: [UInt32]) -> Bool {
        let models = sets.map(history.model(of:))
        let left = ReplicaModel.join(.join(models[0], models[1]), models[2])
        let right = ReplicaModel.join(models[0], .join(models[2], models[1]))
        let differences = history.specification.differences(sets.reduce(0, |), left)
        guard left == right, ReplicaModel.join(left, models[1]) == left, differences.isEmpty else {
            Issue.record("\(history.specification.operations) \(sets): \(differences)")
            return false
        }
        return true
    }

    private func randomHistory(_ intents: [Intent], _ random: inout SplitMix64) -> History {
        var history = History()
        for index in 0..<(4 + random.below(4)) {
            let received = UInt32(random.below(1 << index)) & UInt32(random.below(1 << index))
            history.append(
                intents[random.below(intents.count)],
                replica: random.below(3),
                time: UInt64(random.below(2)),
                received: received
            )
        }
        return history
    }
}
