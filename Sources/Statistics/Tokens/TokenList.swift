/// A landlord's tokens for one statement: one set for each figure, with no attribute.
package struct TokenList: Sendable, Equatable {
    static let schema = 1
    static let largestSize = 64 << 20

    package let landlord: String
    package let programme: String
    /// The statement that it belongs to.
    package let version: Int
    package let period: String
    package let tokens: [PersonToken.Figure: Set<PersonToken>]
    /// The persons of each figure who have no token, for want of a name or a day of birth.
    package let untold: [PersonToken.Figure: Int]

    package init(
        _ statement: Statement,
        period: String,
        tokens: [PersonToken.Figure: Set<PersonToken>],
        untold: [PersonToken.Figure: Int]
    ) {
        landlord = statement.landlord.code
        programme = statement.programme
        version = statement.version
        self.period = period
        self.tokens = tokens.filter { !$0.value.isEmpty }
        self.untold = untold.filter { $0.value != 0 }
    }

    /// Whether the list was made for that statement.
    package func isOf(_ statement: Statement) -> Bool {
        landlord == statement.landlord.code && programme == statement.programme
            && version == statement.version
    }

    /// Whether the list accounts for every person of the statement's figures.
    package func matches(_ statement: Statement) -> Bool {
        PersonToken.Figure.allCases.allSatisfy { matches(statement, in: $0) }
    }

    func matches(_ statement: Statement, in figure: PersonToken.Figure) -> Bool {
        let untold = untold[figure] ?? 0
        return isOf(statement) && untold >= 0
            && (tokens[figure]?.count ?? 0) + untold == statement.counts[figure.indicator]
    }
}
