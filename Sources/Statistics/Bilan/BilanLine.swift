/// What a bilan knows of one expected landlord.
package struct BilanLine: Sendable, Equatable {
    package let landlord: Landlord
    package let state: State
    /// The rates of this landlord's statement; none when it never came.
    package let rates: [Rate]

    /// Whether there is something to count.
    package enum State: Sendable, Equatable {
        case received(Statement, ageDays: Int)
        /// The only statement is later than the day of the bilan: it says nothing of that day.
        case postdated(UTCDay)
        case neverReceived
    }

    init(landlord: Landlord, statement: Statement?, asOf: UTCDay) throws {
        self.landlord = landlord
        guard let statement else {
            state = .neverReceived
            rates = []
            return
        }
        guard statement.cutoff <= asOf else {
            state = .postdated(statement.cutoff)
            rates = []
            return
        }
        state = .received(statement, ageDays: asOf.number - statement.cutoff.number)
        rates = try RateKind.rates(of: statement.counts, objective: statement.objectiveShare)
    }

    /// A line of a landlord whose only statement is later than the bilan.
    init(landlord: Landlord, postdated cutoff: UTCDay) {
        self.landlord = landlord
        state = .postdated(cutoff)
        rates = []
    }

    package var statement: Statement? {
        guard case .received(let statement, _) = state else { return nil }
        return statement
    }

    /// The day that the statement is of, even where it is not counted.
    package var cutoff: UTCDay? {
        guard case .postdated(let cutoff) = state else { return statement?.cutoff }
        return cutoff
    }

    package var counts: Counts? { statement?.counts }

    package var ageDays: Int? {
        guard case .received(_, let ageDays) = state else { return nil }
        return ageDays
    }

    package var isFresh: Bool { ageDays == 0 }

    package func rate(_ kind: RateKind) -> Rate? {
        rates.first { $0.kind == kind }
    }
}
