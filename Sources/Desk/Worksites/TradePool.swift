import Region
import Tenancy

/// How many volunteers would do each trade of a worksite, by the commune where they live.
///
/// Who would do several trades is counted in each of them, and once in the total.
struct TradePool {
    struct Row {
        let commune: String
        let counts: [Int]
        let total: Int
    }

    let trades: [String]
    let rows: [Row]
    let hasRows: Bool

    init(_ volunteers: [Volunteer], trades: [String]) {
        self.trades = trades
        let homes = Dictionary(grouping: volunteers) { volunteer in
            volunteer.communeCode.map(Communes.shownName) ?? "–"
        }
        rows = homes.sorted { $0.key < $1.key }.map { commune, people in
            Row(
                commune: commune,
                counts: trades.map { trade in
                    people.count { $0.trades.isEmpty || $0.trades.contains(trade) }
                },
                total: people.count
            )
        }
        hasRows = !rows.isEmpty
    }
}
