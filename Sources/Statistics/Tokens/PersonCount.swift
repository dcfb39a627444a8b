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
        /// The tokens are there, and are counted with the next night.
        case notCounted
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
                + " (appariement exact)"
        case .landlordPersons(let count, _):
            FrenchText.counted(count, "personne-bailleur", "personnes-bailleur")
        }
    }

    /// Why persons are not counted once; nil where they are.
    package var reasonText: String? {
        guard case .landlordPersons(_, let reason) = self else { return nil }
        return switch reason {
        case .notAllowed(let code):
            "la politique de la région n’ouvre pas l’appariement au bailleur \(code)"
        case .noTokens(let code): "le bailleur \(code) n’a pas envoyé de jetons"
        case .otherTokens(let code):
            "les jetons du bailleur \(code) ne sont pas ceux de son relevé"
        case .twoPeriods: "les jetons sont de deux périodes"
        case .notCounted: "les jetons sont comptés à la prochaine nuit"
        }
    }
}
