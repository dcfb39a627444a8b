import Region

/// Where an invented tenant lives: a real commune, and perhaps one of its QPV.
struct Home: Sendable {
    let commune: Commune
    let neighbourhood: PriorityNeighbourhood?

    /// Social housing stands mostly in the communes that have a QPV, and half of it outside them.
    static func draw(from random: inout SeededGenerator) -> Home {
        guard random.chance(80) else {
            return Home(commune: random.pick(Communes.all), neighbourhood: nil)
        }
        let neighbourhood = random.pick(PriorityNeighbourhoods.all)
        let commune = random.pick(neighbourhood.communes)
        return Home(
            commune: commune,
            neighbourhood: random.chance(60) ? neighbourhood : nil
        )
    }
}
