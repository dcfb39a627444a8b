import Causality
import Testing

/// The join against an independent specification, and its three laws.
struct JoinLawTests {
    private static let intents: [HistorySpecification.Intent] = [
        .write(cells: 0b110), .write(cells: 0b10), .write(cells: 0b1000), .remove(cell: 0b1000),
        .delete, .write(cells: 0b100), .write(cells: 0b11000),
    ]

    /// Every pair of concurrent intents of three replicas, before and after a meeting.
    @Test func `every triple of states of every small history obeys the laws`() {
        var triples = 0
        for first in Self.intents {
            for second in Self.intents {
                for third in Self.intents {
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
        #expect(triples > 400_000)
    }

    @Test func `a million random triples agree with the specification`() {
        var random = SplitMix64(state: 20_261_123)
        var cases = 0
        while cases < 1_000_000 {
            let history = randomHistory(&random)
            let sets = history.closedSets
            for _ in 0..<50 {
                let picked = (0..<3).map { _ in sets[random.below(sets.count)] }
                guard check(history, picked) else { return }
                cases += 1
            }
        }
        #expect(cases == 1_000_000)
    }

    private func checkEveryTriple(of history: History) -> Int {
        let states = history.closedSets.map { ($0, history.model(of: $0)) }
        for (set, model) in states { #expect(history.differences(set, model) == []) }
        let joined = Dictionary(uniqueKeysWithValues: states)
        for (first, a) in states {
            #expect(ReplicaModel.join(a, a) == a)
            for (second, b) in states {
                let ab = ReplicaModel.join(a, b)
                if ab != joined[first | second] { Issue.record("join is not the union's state") }
                if ab != ReplicaModel.join(b, a) { Issue.record("join does not commute") }
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
        let differences = history.differences(sets.reduce(0, |), left)
        guard left == right, ReplicaModel.join(left, models[1]) == left, differences.isEmpty else {
            Issue.record("\(history.specification.operations) \(sets): \(differences)")
            return false
        }
        return true
    }

    private func randomHistory(_ random: inout SplitMix64) -> History {
        var history = History()
        for index in 0..<(3 + random.below(5)) {
            let received = UInt32(random.below(1 << index)) & UInt32(random.below(1 << index))
            history.append(
                Self.intents[random.below(Self.intents.count)],
                replica: random.below(3),
                time: UInt64(random.below(3)),
                received: received
            )
        }
        return history
    }
}
