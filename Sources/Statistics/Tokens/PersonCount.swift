/// How many persons the region counts in a figure, and of which kind the number is.
package enum PersonCount: Sendable, Equatable {
    /// Each person once, whichever landlords count them (exact matches only).
    case distinct(Int)
    /// « personnes-bailleur »: a person whom two landlords count is two.
    case landlordPersons(Int, because: Reason)

    package enum Reason: Sendable, Hashable {
        /// The policy does not let this landlord's persons be counted so.
        case notAllowed(landlord: String)
        case noTokens(landlord: String)
        /// The tokens are of another statement or do not account for all its persons.
        case otherTokens(landlord: String)
        case twoPeriods
    }

    /// Counts distinct persons where every landlord allows it and sent its tokens.
    package init(
        _ figure: PersonToken.Figure,
        _ statements: [Statement],
        tokens lists: [TokenList],
        policy: ReleasePolicy
    ) {
        let sum = statements.reduce(0) { $0 + $1.counts[figure.indicator] }
        var persons: Set<PersonToken> = []
        var untold = 0
        for statement in statements {
            let code = statement.landlord.code
            guard policy.tokenLandlords.contains(code) else {
                self = .landlordPersons(sum, because: .notAllowed(landlord: code))
                return
            }
            guard let list = lists.first(where: { $0.landlord == code }) else {
                self = .landlordPersons(sum, because: .noTokens(landlord: code))
                return
            }
            guard list.matches(statement, in: figure) else {
                self = .landlordPersons(sum, because: .otherTokens(landlord: code))
                return
            }
            persons.formUnion(list.tokens[figure] ?? [])
            untold += list.untold[figure] ?? 0
        }
        let periods = Set(lists.map(\.period))
        self =
            periods.count > 1
            ? .landlordPersons(sum, because: .twoPeriods) : .distinct(persons.count + untold)
    }

    package var text: String {
        switch self {
        case .distinct(let count):
            FrenchText.counted(count, "personne distincte", "personnes distinctes")
        case .landlordPersons(let count, _):
            FrenchText.counted(count, "personne-bailleur", "personnes-bailleur")
        }
    }
}
