import Causality

/// What kind of world a seed makes: its size, and how often each thing happens in it.
///
/// Each fault is left out of half of the worlds and frequent in others, so that some worlds are
/// savage in one dimension only (swarm testing: Groce and others, 2012).
package struct WorldPlan: Sendable {
    package let laptops: Int
    package let places: Int
    package let steps: Int
    package let rule: DeleteRule
    /// How many rows are named by their content, so that replicas make the same one apart.
    package let naturalRows: Int
    /// Whether some laptops begin with the older version of the software.
    package let isMixed: Bool
    /// Whether the laptops are told of each other before they begin, as those of a roster are.
    let isListed: Bool
    /// How often, of a hundred times, a bundle has come too early when a fault strikes.
    let earliness: Int
    private let weights: [(deed: Deed, weight: Int)]

    package init(seed: UInt64, isSealed: Bool) {
        let dice = Dice(seed, 0)
        laptops = dice.pick([2, 3, 3, 4, 5])
        places = 1 + dice.below(3)
        steps = 16 + dice.below(40)
        rule = dice.flip() ? .editWins : .deleteWins
        naturalRows = 1 + dice.below(3)
        isMixed = dice.flip()
        earliness = Dice(seed, 9).chance(40) ? 50 : 0
        isListed = !Dice(seed, 8).chance(25)
        weights = Deed.allCases.map { deed in
            switch deed {
            case .write: (deed, 30)
            case .sync: (deed, 12 + dice.below(12))
            case .send, .deliver: (deed, dice.flip() ? 0 : 4 + dice.below(10))
            case .resolve, .reopen: (deed, dice.below(5))
            case .erase: (deed, dice.below(3) == 0 ? 2 : 0)
            case _ where Deed.membership.contains(deed):
                (deed, isSealed ? Self.weight(of: deed, Dice(seed, 12, deed.place)) : 0)
            default: (deed, dice.flip() ? 0 : 1 + dice.below(6))
            }
        }
    }

    /// What a revoked laptop does next takes one that was revoked: it comes more often.
    private static func weight(of deed: Deed, _ dice: Dice) -> Int {
        switch deed {
        case .handOver: dice.chance(30) ? 1 + dice.below(3) : 0
        case .enrol, .rollMonth: dice.flip() ? 0 : 1 + dice.below(5)
        default: dice.chance(30) ? 0 : 2 + dice.below(8)
        }
    }

    func deed(_ dice: Dice) -> Deed {
        var ticket = dice.below(weights.reduce(0) { $0 + $1.weight })
        for (deed, weight) in weights {
            if ticket < weight { return deed }
            ticket -= weight
        }
        return .write
    }
}

extension Deed {
    /// Its place among all, to draw what belongs to it alone.
    fileprivate var place: UInt64 { UInt64(Deed.allCases.firstIndex(of: self) ?? 0) }
}
