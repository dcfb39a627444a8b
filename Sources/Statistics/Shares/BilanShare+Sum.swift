extension BilanShare {
    /// The shares that some landlords' last statements give together.
    ///
    /// Answers under two lists are never added up: the list is the latest that a statement names,
    /// and who answered under another is in neither number. Persons of one or two landlords among
    /// several are not shown: the share would be theirs.
    static func sums(of statements: [Statement], expected: Int) -> [BilanShare] {
        let persons = neighbourhoods(statements).flatMap { share in
            share.landlords >= min(fewestLandlords, expected) ? share : nil
        }
        return [persons, insertionHours(statements)].compactMap(\.self)
    }

    private static let fewestLandlords = 3

    private static func neighbourhoods(_ statements: [Statement]) -> BilanShare? {
        guard let list = statements.compactMap(\.neighbourhoods?.list).max() else { return nil }
        let answering = statements.filter { $0.neighbourhoods?.list == list }
        let counts = answering.compactMap(\.neighbourhoods)
        return BilanShare(
            kind: .neighbourhoods(list: list),
            landlords: answering.count,
            numerator: counts.reduce(0) { $0 + $1.inside },
            denominator: answering.reduce(0) { $0 + $1.counts[.participants] },
            toCheck: counts.reduce(0) { $0 + $1.toCheck }
        )
    }

    private static func insertionHours(_ statements: [Statement]) -> BilanShare? {
        let hours = statements.compactMap(\.worksites)
        guard !hours.isEmpty else { return nil }
        return BilanShare(
            kind: .insertionHours,
            landlords: hours.count,
            numerator: hours.reduce(0) { $0 + $1.done },
            denominator: hours.reduce(0) { $0 + $1.clause },
            toCheck: nil
        )
    }
}
