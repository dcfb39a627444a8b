/// How far each person of a programme came: whom the headline counts, and nobody else.
struct Standings {
    private(set) var people: [RowKey: Standing] = [:]

    mutating func reach(_ step: Standing.Step, _ person: RowKey) {
        people[person, default: Standing(step)].reach(step)
    }

    /// Changes what is known of somebody who is counted; others stay uncounted.
    mutating func update(_ person: RowKey, _ change: (inout Standing) -> Void) {
        guard let index = people.index(forKey: person) else { return }
        change(&people.values[index])
    }

    /// Takes somebody out, so that who is left at the end is known to no file.
    mutating func take(_ person: RowKey) -> Standing? { people.removeValue(forKey: person) }
}
