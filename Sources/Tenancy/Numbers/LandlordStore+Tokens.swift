import ReplicaStore
import Statistics

extension LandlordStore {
    /// The tokens of the persons whom a statement counts, for a hub to count each of them once.
    ///
    /// `region` is the identity of the region's partition.
    package func tokens(
        of statement: Statistics.Statement,
        region: String,
        under key: PeriodKey
    ) throws -> TokenList {
        guard let day = CalendarDay(daysSinceEpoch: statement.cutoff.number) else {
            throw TenancyError(.badValue, "the statement's day is none")
        }
        let versions = OpenVersions(try replica.conflicts())
        let (persons, tokens) = try replica.read { database in
            let scope = IndicatorScope.programme(statement.programme)
            let persons = try IndicatorCounter(database, scope, asOf: day, versions).run().persons
            var maker = TokenMaker(region: region, under: key)
            try maker.read(database, of: persons)
            return (persons, maker.tokens)
        }
        var untold: [PersonToken.Figure: Int] = [:]
        for (figure, people) in persons {
            untold[figure] = people.count - (tokens[figure]?.count ?? 0)
        }
        let list = TokenList(statement, period: key.period, tokens: tokens, untold: untold)
        guard list.matches(statement) else {
            throw TenancyError(
                .badValue,
                "records changed while the tokens were made: leave the statement again"
            )
        }
        return list
    }
}
